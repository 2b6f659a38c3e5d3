/** Scrolls the list of pages to the current page, where the list is longer than the screen. */
const current = document.querySelector<HTMLElement>('[data-navigation] nav [aria-current]')
const side = current?.closest<HTMLElement>('.side')

if (current && side && current.getBoundingClientRect().bottom > side.getBoundingClientRect().bottom)
  side.scrollTop = current.offsetTop - side.clientHeight / 2

export {}
