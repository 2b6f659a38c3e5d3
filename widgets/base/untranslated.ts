import { html } from 'lit'

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
 * The values of a template, with those that hold a number (amounts, quantities, days) marked so that page translators
 * skip them. A translator replaces text nodes, and Lit's later updates go to the detached nodes: a button would show an
 * amount that is no longer charged. A sentence is marked whole: new numbers inside old words could say something else.
 */
export const untranslated = (strings: TemplateStringsArray, values: unknown[]): unknown[] => {
  const tags = places.get(strings) ?? placesOf(strings)
  return values.map((value, index) => {
    const tag = tags[index]
    if (tag === undefined || /^(option|text|title)$/.test(tag)) return value
    if (typeof value !== 'string' && typeof value !== 'number') return value
    return /\d/.test(`${value}`) ? html`<bdi translate="no">${value}</bdi>` : value
  })
}
