let count = 0

/**
 * Creates a node in the page's light DOM that is shown at `<slot name>` of this element's shadow root: Stripe's fields
 * do not work inside one. Nested elements pass the slot on, one after another.
 */
export const lightPlace = (element: Element, name: string): { place: HTMLElement; remove: () => void } => {
  const added: Element[] = []
  let host = element
  let slot = name
  const add = <T extends Element>(child: T): T => {
    child.slot = slot
    host.append(child)
    added.push(child)
    return child
  }
  for (let root = host.getRootNode(); root instanceof ShadowRoot; root = host.getRootNode()) {
    slot = add(Object.assign(document.createElement('slot'), { name: `waizant-${++count}` })).name
    host = root.host
  }
  return {
    place: add(document.createElement('div')),
    remove: () => {
      for (const child of added) child.remove()
    },
  }
}
