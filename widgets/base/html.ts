import { html as litHtml } from 'lit'
import { untranslated } from './untranslated.ts'

const collapsed = new WeakMap<TemplateStringsArray, TemplateStringsArray>()

/**
 * Drops the line breaks and indentation of a template's source. The bundle does this at build time with this same
 * function, so that server and browser have character-for-character equal templates: hydration compares them.
 */
export const collapse = (text: string): string =>
  text
    .replace(/(^|>)\s*\n\s*(?=<)/g, '$1')
    .replace(/>\s*\n\s*$/, '>')
    .replace(/\s*\n\s*/g, ' ')

/** Lit's `html`: written over several lines, sent as one. Page translators leave the amounts in it alone. */
export const html: typeof litHtml = (strings, ...values) => {
  let parts = collapsed.get(strings)
  if (!parts) {
    parts = Object.assign(strings.map(collapse), { raw: strings.raw })
    collapsed.set(strings, parts)
  }
  return litHtml(parts, ...untranslated(parts, values))
}
