import type { Addresses } from '../routes.ts'

export interface Heading {
  id: string
  text: string
  depth: 2 | 3
}

/** A name that a table explains in a line with an anchor: a setting, a code, an attribute. */
export interface Entry {
  id: string
  text: string
}

/** A file of `site/guide/code`, or of the examples: what is shown is what the tests compile or run. */
export interface CodeBlock {
  kind: 'code'
  file: string
  language: string
  /** Its lines, each token in a `<span>` with a class. */
  html: string
  text: string
}

/** What a page is made of, in order; a part is a component by its name. */
export type Block = { kind: 'html'; html: string } | CodeBlock | { kind: 'part'; part: string; of: string }

export type GroupName = 'start' | 'elements' | 'build' | 'run' | 'reference'

/** A page of the guide in one language, as it is built from its Markdown. */
export interface GuidePage {
  /** The same in every language. */
  name: string
  addresses: Addresses
  group: GroupName
  title: string
  description: string
  /** Of an element: `waizant-plan-picker`. */
  element: string | null
  headings: readonly Heading[]
  entries: readonly Entry[]
  blocks: readonly Block[]
  /** The page as Markdown, its code included. */
  markdown: string
}

/** As written in code that is shown; the reader sees the address of the server that they read from. */
export const placeholderOrigin = 'https://billing.example.com'
