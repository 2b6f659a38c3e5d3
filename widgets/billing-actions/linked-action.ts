import type { ReactiveController, ReactiveElement } from 'lit'

/** Only what asks before it does anything: following a link must never pay or end something. */
const openable: readonly (string | undefined)[] = ['change-card', 'change-plan', 'choose-plan']

const parameter = 'waizant-action'

/** Takes what the page's address asks for out of it: reloading or sharing the page must not ask again. */
const takeAsked = (): string => {
  const url = new URL(location.href)
  const asked = url.searchParams.get(parameter) ?? ''
  url.searchParams.delete(parameter)
  history.replaceState(history.state, '', url)
  return asked
}

/** The button that helps now, or the one of a named action; null when it is no longer offered, as after paying. */
const buttonFor = (asked: string, root: ParentNode): HTMLElement | null =>
  root.querySelector(asked === 'help' ? '[part~="action-main"]' : `[data-action="${CSS.escape(asked)}"]`)

/** Whoever comes by a mail's link (`?waizant-action=help`) finds open what the mail was about, as soon as it is there. */
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
