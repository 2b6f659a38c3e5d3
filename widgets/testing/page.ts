import 'axe-core'
import type { AxeResults } from 'axe-core'
import { until } from './until.ts'

export { until }

const mounted: Element[] = []

/** Puts an element on the page, as a host would write it. */
export const mount = <T extends Element>(markup: string): T => {
  const holder = document.createElement('div')
  holder.innerHTML = markup
  const element = holder.firstElementChild as T
  document.body.append(holder)
  mounted.push(holder)
  return element
}

/** Empties the page and the browser's storage. */
export const clear = (): void => {
  for (const holder of mounted.splice(0)) holder.remove()
  localStorage.clear()
}

/** Waits until the element's buttons act. */
export const ready = async <T extends Element>(element: T): Promise<T> => {
  await until(() => element.hasAttribute('ready'))
  return element
}

const axe = () =>
  (globalThis as unknown as { axe: { run: (target: Element, options: object) => Promise<AxeResults> } }).axe

/** Running animations, in every shadow root: a text that fades in has no contrast yet. */
const motions = (root: Document | ShadowRoot): Animation[] => [
  ...root.getAnimations(),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? motions(shadowRoot) : [])),
]

/** The findings of axe as sentences; an empty list means none. */
export const flaws = async (element: Element): Promise<string[]> => {
  await until(() => motions(document).every(({ effect }) => effect?.getTiming().iterations === Infinity))
  const { violations } = await axe().run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
  })
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' · ')}`,
  )
}

/** Visible text: what CSS hides is left out. */
export const visibleText = (element: Element): string => {
  const root = element.shadowRoot ?? element
  return [...root.querySelectorAll<HTMLElement>('*')]
    .filter((node) => node.localName === 'section')
    .map((node) => node.innerText)
    .join('\n')
}

export const all = <T extends HTMLElement>(element: Element, selector: string): T[] => [
  ...(element.shadowRoot ?? element).querySelectorAll<T>(selector),
]

export const one = <T extends HTMLElement>(element: Element, selector: string): T => {
  const found = (element.shadowRoot ?? element).querySelector<T>(selector)
  if (!found) throw new Error(`there is no ${selector}`)
  return found
}

/** The link that a person would press: the visible one of a plan. */
export const button = (element: Element, plan: string, action = 'buy'): HTMLAnchorElement => {
  const found = all<HTMLAnchorElement>(element, `a[data-plan="${plan}"][data-action="${action}"]`)
  const visible = found.find((link) => link.checkVisibility())
  if (!visible) throw new Error(`no visible button to ${action} ${plan}`)
  return visible
}
