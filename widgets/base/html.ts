import { html as litHtml } from 'lit'
import { untranslated } from './untranslated.ts'

const collapsed = new WeakMap<TemplateStringsArray, TemplateStringsArray>()

/**
 * Drops the line breaks and indentation of a template's source. The bundle does this at build time with this very
 * function, so that the server's and the browser's template are the same to the letter: hydration compares them.
 */
export const collapse = (text: string): string =>
  text
    .replace(/(^|>)\s*\n\s*(?=<)/g, '$1')
    .replace(/>\s*\n\s*$/, '>')
    .replace(/\s*\n\s*/g, ' ')

/** Lit's `html`, written over several lines and sent in one; no page translator touches the amounts in it. */
export const html: typeof litHtml = (strings, ...values) => {
  let parts = collapsed.get(strings)
  if (!parts) {
    parts = Object.assign(strings.map(collapse), { raw: strings.raw })
    collapsed.set(strings, parts)
  }
  return litHtml(parts, ...untranslated(parts, values))
}
