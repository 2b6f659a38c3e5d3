/** Only what asks before it does anything: following a link must never pay or end something. */
const openable: readonly (string | undefined)[] = ['change-card', 'change-plan', 'choose-plan']

const parameter = 'waizant-action'

/** Takes what the page's address asks for out of it: reloading or sharing the page must not ask again. */
const takeAsked = (): string | null => {
  const url = new URL(location.href)
  const asked = url.searchParams.get(parameter)
  if (asked !== null) {
    url.searchParams.delete(parameter)
    history.replaceState(history.state, '', url)
  }
  return asked
}

/**
 * The button that a mail's link is about: `?waizant-action=help` means the one that helps now, or else the name of an action.
 * Undefined when it is no longer offered, as after paying.
 */
export const takeLinkedButton = (root: ParentNode): HTMLElement | undefined => {
  const asked = takeAsked()
  const found =
    asked === 'help'
      ? root.querySelector<HTMLElement>('[part~="action-main"]')
      : asked && root.querySelector<HTMLElement>(`[data-action="${CSS.escape(asked)}"]`)
  return found && openable.includes(found.dataset.action) ? found : undefined
}
