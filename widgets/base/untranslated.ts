import { html } from 'lit'

/** Matches an amount of money or a bare number; on a button, any number. */
const amount = /[$€]\s?\d|\b[A-Z]{3}\s\d|^[\d.,\s]*\d[\d.,\s]*$/

const places = new WeakMap<readonly string[], (string | undefined)[]>()

/** For each value of a template: the tag around it, when the value is text between tags. */
const placesOf = (strings: readonly string[]) => {
  let tag = ''
  let isOpen = false
  const found = strings.map((text) => {
    const at = text.lastIndexOf('<')
    if (at >= 0) tag = /^<\/?([\w-]*)/.exec(text.slice(at))![1]!
    if (at >= 0 || text.includes('>')) isOpen = !text.includes('>', Math.max(at, 0))
    return isOpen ? undefined : tag
  })
  places.set(strings, found)
  return found
}

/**
 * The values of a template, with amounts marked so that page translators skip them. A translator replaces text nodes,
 * and Lit's later updates go to the detached nodes: a button would show an amount that is no longer charged.
 */
export const untranslated = (strings: TemplateStringsArray, values: unknown[]): unknown[] => {
  const tags = places.get(strings) ?? placesOf(strings)
  return values.map((value, index) => {
    const tag = tags[index]
    if (tag === undefined || /^(option|text|title)$/.test(tag)) return value
    if (typeof value !== 'string' && typeof value !== 'number') return value
    const isNamed = amount.test(`${value}`) || (/^(a|button)$/.test(tag) && /\d/.test(`${value}`))
    return isNamed ? html`<bdi translate="no">${value}</bdi>` : value
  })
}
