import { Marked, type Tokens } from 'marked'
import type { Heading } from '../page.ts'

/** `Qué pasa si algo falla` → `que-pasa-si-algo-falla`. */
export const anchorOf = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', '’')

/** Writes Markdown as HTML and notes its headings; code of its own is refused, since no test would run it. */
export const writer = (page: string, tableLabel: string) => {
  const headings: Heading[] = []
  const anchors = new Set<string>()
  const rowAnchor = (first: string) => {
    const id = /^`([\w-]+)`$/.exec(first)?.[1]
    if (!id || anchors.has(id)) return ''
    anchors.add(id)
    return ` id="${id}"`
  }
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens)
        const text = plain(html)
        const id = anchorOf(text)
        if (anchors.has(id)) throw new Error(`${page} has two headings “${text}”`)
        anchors.add(id)
        if (depth === 2 || depth === 3) headings.push({ id, text, depth })
        return `<h${depth} id="${id}"><a href="#${id}">${html}</a></h${depth}>\n`
      },
      table({ header, rows }) {
        const cells = (row: Tokens.TableCell[], tag: string) =>
          row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('')
        const body = rows.map((row) => `<tr${rowAnchor(row[0]!.text)}>${cells(row, 'td')}</tr>`)
        const label = headings.at(-1)?.text ?? tableLabel
        return `<div class="table" role="region" aria-label="${label.replaceAll('"', '&quot;')}" tabindex="0"><table><thead><tr>${cells(header, 'th')}</tr></thead><tbody>${body.join('')}</tbody></table></div>\n`
      },
      code({ text }) {
        throw new Error(`${page} has code of its own, which no test runs: ${text.slice(0, 60)}`)
      },
    },
  })
  return { headings, html: (text: string) => marked.parse(text, { async: false }) }
}
