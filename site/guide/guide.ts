import { declarations, pages } from 'virtual:waizant-guide'
import type { Locale } from '../routes.ts'
import type { GuidePage } from './page.ts'

/** Every page in one language, in the order of reading. */
export const guidePages = (locale: Locale): readonly GuidePage[] => pages[locale]

/** The page at an address below `/docs`; a trailing slash is forgiven. */
export const guidePage = (locale: Locale, path: string): GuidePage | undefined =>
  pages[locale].find(({ addresses }) => addresses[locale] === path.replace(/\/$/, ''))

/** Where a page is as Markdown. */
export const markdownAddress = ({ name, addresses }: GuidePage, locale: Locale): string =>
  `${addresses[locale]}${name === 'index' ? '/index' : ''}.md`

export const declarationOf = (tagName: string) => declarations.find((one) => one.tagName === tagName)!
