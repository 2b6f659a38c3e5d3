/** Markup that is safe to insert into a page unchanged. */
export interface Html {
  readonly markup: string
}

type Value = Html | string | number | false | null | undefined | Value[]

/** A template whose values are escaped, unless they are markup themselves; false and null render nothing. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html => ({
  markup: parts.reduce((all, part, index) => all + written(values[index - 1]) + part),
})

const written = (value: Value): string => {
  if (value === false || value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(written).join('')
  return typeof value === 'object' ? value.markup : escapeText(String(value))
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character]!)
