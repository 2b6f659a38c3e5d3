import type { Page } from 'playwright-core'

/** What cannot be read on a page in its current layout: in every engine, and inside the elements. */
export const unreadable = (page: Page): Promise<string[]> => page.evaluate(findUnreadable)

/**
 * Runs in the page and finds: words broken between two letters, texts without width, texts that overlap or leave their
 * button, and content wider than the screen. It uses nothing from outside of itself.
 */
export const findUnreadable = (): string[] => {
  const tolerance = 1.5
  const screen = document.documentElement.clientWidth
  const found = new Set<string>()

  const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
  ]
  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ??
    element.parentElement ??
    (element.getRootNode() as Partial<ShadowRoot>).host ??
    null
  const around = (element: Element | null): Element[] =>
    element ? [element, ...around(parentOf(element))] : []
  const rectsOf = (node: Node, from = 0, to = node.textContent!.length): DOMRect[] => {
    const range = document.createRange()
    range.setStart(node, from)
    range.setEnd(node, to)
    return [...range.getClientRects()]
  }
  /** Text for screen readers only is clipped to nothing. */
  const isCut = (element: Element): boolean => {
    const { overflowX, clipPath } = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    return clipPath.startsWith('inset(50%') || (overflowX !== 'visible' && (width <= 1 || height <= 1))
  }
  const scrolls = (element: Element): boolean =>
    /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX)
  const lieOn = (a: DOMRect, b: DOMRect): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > tolerance &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > tolerance
  const report = (what: string, text: string, element: Element) => {
    const host = (element.getRootNode() as Partial<ShadowRoot>).host?.localName
    found.add(
      `${what}: "${text.trim().slice(0, 40)}" in ${[host, element.localName].filter(Boolean).join(' ')}`,
    )
  }

  const cells = new Map<Element, DOMRect[]>()
  const look = (node: Text) => {
    const element = node.parentElement ?? (node.getRootNode() as ShadowRoot).host
    const text = node.data
    if (!element || !text.trim() || !element.checkVisibility({ visibilityProperty: true })) return
    if (/^(style|script|option|textarea|title)$/.test(element.localName)) return
    const ancestors = around(element)
    if (ancestors.some(isCut)) return
    const rects = rectsOf(node)
    if (rects.every(({ width }) => width < 1)) report('no width', text, element)
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}$.,%]{2,16}/gu)) {
      const tops = rectsOf(node, index, index + word.length).map(({ top }) => Math.round(top))
      if (new Set(tops).size > 1) report('broken word', word, element)
    }
    if (
      !ancestors.some(scrolls) &&
      rects.some(({ left, right }) => left < screen && right > screen + tolerance)
    )
      report('beyond the screen', text, element)
    const button = element.closest('button, [part~=action], .button')
    const box = button?.getBoundingClientRect()
    if (box && rects.some(({ left, right }) => left < box.left - tolerance || right > box.right + tolerance))
      report('out of its button', text, element)
    const cell = element.closest('td, th')
    if (cell) cells.set(cell, [...(cells.get(cell) ?? []), ...rects])
  }
  for (const root of rootsIn(document)) {
    const texts = document.createTreeWalker(root instanceof Document ? root.body : root, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) look(texts.currentNode as Text)
  }
  for (const [cell, rects] of cells) {
    const next = cell.nextElementSibling
    const others = next ? (cells.get(next) ?? []) : []
    if (rects.some((rect) => others.some((other) => lieOn(rect, other))))
      report('on its neighbour', cell.textContent!, cell)
  }
  const { scrollWidth } = document.documentElement
  if (scrollWidth > screen) found.add(`wider than the screen: ${scrollWidth} of ${screen} px`)
  return [...found]
}
