import { html } from 'lit'
import { freshText } from './fresh-text.ts'

const places = new WeakMap<readonly string[], (string | undefined)[]>()

/** For each value of a template: the tag around it, when the value is text between tags. */
const placesOf = (strings: readonly string[]) => {
  let tag = ''
  let isOpen = false
  const found = strings.map((text) => {
    const [rest, name] = /<\/?([\w-]*)[^<]*$/.exec(text) ?? [text]
    tag = name ?? tag
    if (name !== undefined || text.includes('>')) isOpen = !rest.includes('>')
    return isOpen ? undefined : tag
  })
  places.set(strings, found)
  return found
}

/**
 * The values of a template, safe from page translators: texts stay current, and those that hold a number (amounts,
 * quantities, days) are marked so that a translator skips them. A sentence is marked whole, so that its words and its
 * numbers always belong together.
 */
export const untranslated = (strings: TemplateStringsArray, values: unknown[]): unknown[] => {
  const tags = places.get(strings) ?? placesOf(strings)
  return values.map((value, index) => {
    const tag = tags[index]
    const isText =
      tag !== undefined && !/^(option|text|title)$/.test(tag) && /string|number/.test(typeof value)
    if (!isText) return value
    return /\d/.test(value as string) ? html`<bdi translate="no">${value}</bdi>` : freshText(value as string)
  })
}
