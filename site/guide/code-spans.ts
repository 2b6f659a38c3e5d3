const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Where a long name may break: after `_` and `/`, and before a capital. */
const breakable = (html: string) => html.replaceAll(/([_/](?=\w)|[a-z](?=[A-Z]))/g, '$1<wbr>')

/** Code within a line: a short name stays whole, a longer one where there is room, a long one breaks between its words. */
export const codeSpan = (text: string): string => {
  if (text.length <= 14) return `<code class="whole">${escaped(text)}</code>`
  const name = text.length <= 24 ? ' class="roomy"' : ''
  return `<code${name}>${breakable(escaped(text))}</code>`
}

/** A sentence whose names stand in backticks, as HTML. */
export const withCode = (text: string): string =>
  text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 ? codeSpan(part) : escaped(part)))
    .join('')

/** The same sentence for where there is only text. */
export const withoutCode = (text: string): string => text.replaceAll('`', '')
