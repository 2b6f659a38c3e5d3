import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Locale } from '../../routes.ts'
import type { Block, CodeBlock, Entry, GroupName, Heading } from '../page.ts'
import { languageOf } from './highlight.ts'
import { writer } from './markdown.ts'
import { publishedVersions } from './version-table.ts'

/** A page's text, and its front matter. */
export interface Source {
  name: string
  locale: Locale
  /** Below `/docs`; '' is the guide's first page. */
  slug: string
  group: GroupName
  title: string
  description: string
  element?: string
  body: string
}

const guide = join(import.meta.dirname, '..')
const folders: Record<string, string> = { examples: join(guide, '../examples') }

/** The file that a page names: in the guide's own `code` folder, or `examples/…`. */
export const codeFile = (file: string): string => {
  const [first, ...rest] = file.split('/')
  return folders[first!] ? join(folders[first!]!, ...rest) : join(guide, 'code', file)
}

export const readSource = (locale: Locale, name: string): Source => {
  const text = readFileSync(join(guide, locale, `${name}.md`), 'utf8')
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? []
  if (!head) throw new Error(`${locale}/${name}.md begins with its title, description and slug.`)
  return { name, locale, body, ...parse(head) }
}

const directive = /^@(code|part|table) (\S+)(?: (.+))?$/

/** Tables generated from the product's own data: Markdown by name. */
export type Tables = (name: string, of: string, locale: Locale) => string

/** Code that pins a version shows the current one: `%VERSION%`, `%INTEGRITY%`. */
const pinned = (text: string): string => {
  if (!text.includes('%VERSION%')) return text
  const { current, versions } = publishedVersions() ?? { current: '0.0.0', versions: {} }
  return text
    .replaceAll('%VERSION%', current)
    .replaceAll('%INTEGRITY%', versions[current]?.integrity ?? 'sha384-…')
}

const codeBlock = (file: string, highlight: (code: string, language: string) => string): CodeBlock => {
  const text = pinned(readFileSync(codeFile(file), 'utf8').trimEnd())
  const language = languageOf(file)
  return { kind: 'code', file, language, text, html: highlight(text, language) }
}

interface Made {
  headings: Heading[]
  entries: Entry[]
  blocks: Block[]
  markdown: string
}

/**
 * Reads a page: its prose as HTML, its `@code` from files, its `@table` from the product, its `@part` as a component.
 */
export const makePage = (
  { name, locale, title, body }: Source,
  tables: Tables,
  highlight: (code: string, language: string) => string,
): Made => {
  const { headings, entries, html } = writer(`${locale}/${name}`, title)
  const blocks: Block[] = []
  const markdown: string[] = []
  let prose: string[] = []
  const endProse = () => {
    const text = prose.join('\n').trim()
    prose = []
    if (!text) return
    markdown.push(text)
    blocks.push({ kind: 'html', html: html(text) })
  }
  for (const line of body.split('\n')) {
    const [, what, first, rest = ''] = directive.exec(line) ?? []
    if (what === 'table') prose.push(tables(first!, rest, locale))
    else if (what) {
      endProse()
      const block: Block =
        what === 'code' ? codeBlock(first!, highlight) : { kind: 'part', part: first!, of: rest }
      blocks.push(block)
      if (block.kind === 'code') markdown.push(`\`\`\`${block.language}\n${block.text}\n\`\`\``)
    } else prose.push(line)
  }
  endProse()
  return { headings, entries, blocks, markdown: `# ${title}\n\n${markdown.join('\n\n')}\n` }
}
