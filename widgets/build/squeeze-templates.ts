import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, transform } from 'esbuild'
import { parseAst } from 'vite'
import { collapse } from '../base/html.ts'
import { squeezeCss } from '../styles/squeeze.ts'

interface Quasi {
  type: 'TemplateElement'
  start: number
  end: number
  value: { raw: string }
}

const squeezers: Record<string, (text: string) => string> = { html: collapse, css: squeezeCss }

/** Every text between the expressions of the html`…` and css`…` templates of a program. */
const textsOf = function* (node: unknown): Generator<{ tag: string; quasi: Quasi }> {
  if (!node || typeof node !== 'object') return
  const { type, tag, quasi } = node as { type?: string; tag?: { name?: string }; quasi?: { quasis: Quasi[] } }
  if (type === 'TaggedTemplateExpression' && tag?.name && tag.name in squeezers) {
    for (const text of quasi!.quasis) yield { tag: tag.name, quasi: text }
  }
  for (const child of Object.values(node)) yield* textsOf(child)
}

const squeeze = (code: string) => {
  let squeezed = code
  const found = [...textsOf(parseAst(code))].sort((a, b) => b.quasi.start - a.quasi.start)
  for (const { tag, quasi } of found) {
    const { raw } = quasi.value
    const start = squeezed.indexOf(raw, quasi.start)
    squeezed = squeezed.slice(0, start) + squeezers[tag]!(raw) + squeezed.slice(start + raw.length)
  }
  return squeezed
}

/** Replaces `html.ts` in the bundle, where templates are squeezed already. */
const squeezedHtml = `
import { html as lit } from 'lit'
import { untranslated } from './untranslated.ts'
export const html = (strings, ...values) => lit(strings, ...untranslated(strings, values))
`

const htmlFile = fileURLToPath(import.meta.resolve('../base/html.ts'))

/** Removes the templates' indentation: the result equals what the server renders (see `html.ts`). */
export const squeezeTemplates: Plugin = {
  name: 'squeeze-templates',
  setup(build) {
    build.onLoad({ filter: /\/widgets\/.*\.ts$/ }, async ({ path }) => {
      if (path === htmlFile) return { contents: squeezedHtml, loader: 'js', resolveDir: dirname(path) }
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', target: 'esnext' })
      return { contents: squeeze(code), loader: 'js' }
    })
  },
}
