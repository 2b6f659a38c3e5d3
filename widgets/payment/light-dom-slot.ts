let count = 0

/**
 * A place in the page's own tree that shows where `<slot name>` stands in this element's shadow: Stripe's fields refuse to
 * live in a shadow. Elements within elements hand the slot on, one after another.
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
