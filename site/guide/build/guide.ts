import { elements } from '../../../widgets/build/bundle.ts'
import { declarationsOf } from '../../../widgets/build/editor-data.ts'
import { type ElementDeclaration, manifestOf } from '../../../widgets/build/manifest.ts'
import { type Locale, locales, routes } from '../../routes.ts'
import type { GuidePage } from '../page.ts'
import { elementPage } from './element-page.ts'
import { openHighlighter } from './highlight.ts'
import { makePage, readSource, type Source } from './read-page.ts'
import { tables } from './tables.ts'

/** The written pages, in order; those of the elements come after `elements`. */
const written = [
  'index',
  'quick-start',
  'frameworks',
  'server-rendering',
  'elements',
  'theming',
  'authentication',
  'entitlements',
  'going-live',
  'sandbox',
  'api',
  'errors',
  'speed',
  'changelog',
]

const sourcesIn = (locale: Locale, declarations: readonly ElementDeclaration[]): Source[] =>
  written.flatMap((name) => [
    readSource(locale, name),
    ...(name === 'elements' ? declarations.map((one) => elementPage(one, locale)) : []),
  ])

const addressOf = ({ locale, slug }: Source) => routes.docs[locale] + (slug && `/${slug}`)

export interface Guide {
  pages: Record<Locale, GuidePage[]>
  declarations: ElementDeclaration[]
}

/** Builds every page of the guide in every language. */
export const makeGuide = async (): Promise<Guide> => {
  const declarations = declarationsOf(manifestOf(elements))
  const highlight = await openHighlighter()
  const sources = Object.fromEntries(
    locales.map((locale) => [locale, sourcesIn(locale, declarations)]),
  ) as Record<Locale, Source[]>
  const pageOf = (source: Source, index: number): GuidePage => {
    const { name, group, title, description, element = null } = source
    const addresses = Object.fromEntries(
      locales.map((locale) => [locale, addressOf(sources[locale][index]!)]),
    ) as Record<Locale, string>
    const { headings, entries, blocks, markdown } = makePage(source, tables, highlight)
    return { name, addresses, group, title, description, element, headings, entries, blocks, markdown }
  }
  return {
    declarations,
    pages: Object.fromEntries(
      locales.map((locale) => [locale, sources[locale].map(pageOf)]),
    ) as Guide['pages'],
  }
}
