import type { Addresses } from '../routes.ts'

export interface Heading {
  id: string
  text: string
  depth: 2 | 3
}

/** A name that a table explains in a row with an anchor: a setting, an error code, an attribute. */
export interface Entry {
  id: string
  text: string
}

/** A file of `site/guide/code` or of the examples: the tests compile or run exactly what is shown. */
export interface CodeBlock {
  kind: 'code'
  file: string
  language: string
  /** Its lines, each token in a `<span>` with a class. */
  html: string
  text: string
}

/** The blocks of a page, in order; a part is a component by its name. */
export type Block = { kind: 'html'; html: string } | CodeBlock | { kind: 'part'; part: string; of: string }

export type GroupName = 'start' | 'elements' | 'build' | 'run' | 'reference'

/** A page of the guide in one language, as built from its Markdown. */
export interface GuidePage {
  /** The id of the page, the same in every language. */
  name: string
  addresses: Addresses
  group: GroupName
  title: string
  description: string
  /** The tag of an element's page: `waizant-plan-picker`. */
  element: string | null
  headings: readonly Heading[]
  entries: readonly Entry[]
  blocks: readonly Block[]
  /** The page as Markdown, its code included. */
  markdown: string
}

/** The address in code examples; readers see the address of their own server instead. */
export const placeholderOrigin = 'https://billing.example.com'
