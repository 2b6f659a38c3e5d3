import type { ReactiveController, ReactiveElement } from 'lit'

/** Only actions that ask before they do anything: following a link must never pay or cancel. */
const openable: readonly (string | undefined)[] = ['change-card', 'change-plan', 'choose-plan']

const parameter = 'waizant-action'

/** Removes the action from the page's address, so that reloading or sharing the page does not ask again. */
const takeAsked = (): string => {
  const url = new URL(location.href)
  const asked = url.searchParams.get(parameter) ?? ''
  url.searchParams.delete(parameter)
  history.replaceState(history.state, '', url)
  return asked
}

/**
 * The button that helps now, or the one of a named action; null when that action is no longer offered, as after paying.
 */
const buttonFor = (asked: string, root: ParentNode): HTMLElement | null =>
  root.querySelector(asked === 'help' ? '[part~="action-main"]' : `[data-action="${CSS.escape(asked)}"]`)

/** Opens what a mail was about for a customer who follows its link (`?waizant-action=help`), once the button exists. */
export const obeyLink = (host: ReactiveElement): void => {
  const asked = takeAsked()
  const obedience: ReactiveController = {
    hostUpdated() {
      const root = host.renderRoot as ParentNode
      if (!root.querySelector('[data-action]')) return
      host.removeController(obedience)
      const button = buttonFor(asked, root)
      if (openable.includes(button?.dataset.action)) button!.click()
    },
  }
  host.addController(obedience)
  host.requestUpdate()
}
