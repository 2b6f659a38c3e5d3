const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Where a long name may break: after `_` and `/`, and before a capital letter. */
const breakable = (html: string) => html.replaceAll(/([_/](?=\w)|[a-z](?=[A-Z]))/g, '$1<wbr>')

/** Inline code: a short name never breaks, a long one breaks only between its words. */
export const codeSpan = (text: string): string => {
  if (text.length <= 14) return `<code class="whole">${escaped(text)}</code>`
  const name = text.length <= 24 ? ' class="roomy"' : ''
  return `<code${name}>${breakable(escaped(text))}</code>`
}

/** A sentence with names in backticks, as HTML. */
export const withCode = (text: string): string =>
  text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 ? codeSpan(part) : escaped(part)))
    .join('')

/** The same sentence as plain text. */
export const withoutCode = (text: string): string => text.replaceAll('`', '')
