/** Scrolls a list sideways to one of its buttons: on a phone it may be out of sight. */
export const bringIntoView = (chosen: HTMLElement | null): void => {
  const list = chosen?.parentElement
  if (list)
    list.scrollLeft = chosen.offsetLeft - list.offsetLeft - (list.clientWidth - chosen.offsetWidth) / 2
}
