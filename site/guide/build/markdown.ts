import { Marked, type Tokens } from 'marked'
import { codeSpan } from '../code-spans.ts'
import type { Entry, Heading } from '../page.ts'

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

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** Turns Markdown into HTML and collects its headings; refuses code blocks, since no test would run them. */
export const writer = (page: string, tableLabel: string) => {
  const headings: Heading[] = []
  const anchors = new Set<string>()
  const entries: Entry[] = []
  const rowAnchor = (first: string) => {
    const id = /^`([\w-]+)`/.exec(first)?.[1]
    if (!id || anchors.has(id)) return ''
    anchors.add(id)
    entries.push({ id, text: id })
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
        const titles = header.map(({ tokens }) => `<th>${this.parser.parseInline(tokens)}</th>`)
        // On a phone the cells are below each other, so each gets the heading of its column.
        const cell = (html: string, at: number) =>
          header.length > 2 && at > 0
            ? `<td role="cell" data-column="${attribute(plain(titles[at]!))}"><div>${html}</div></td>`
            : `<td role="cell">${html}</td>`
        const cells = (row: Tokens.TableCell[]) =>
          row.map(({ tokens }, at) => cell(this.parser.parseInline(tokens), at))
        const body = rows.map((row) => `<tr role="row"${rowAnchor(row[0]!.text)}>${cells(row).join('')}</tr>`)
        const label = attribute(headings.at(-1)?.text ?? tableLabel)
        return `<div class="table" role="region" aria-label="${label}" tabindex="0"><table role="table"><thead><tr role="row">${titles.join('').replaceAll('<th>', '<th role="columnheader">')}</tr></thead><tbody role="rowgroup">${body.join('')}</tbody></table></div>\n`
      },
      codespan: ({ text }) => codeSpan(text),
      code({ text }) {
        throw new Error(`${page} has code of its own, which no test runs: ${text.slice(0, 60)}`)
      },
    },
  })
  return { headings, entries, html: (text: string) => marked.parse(text, { async: false }) }
}
