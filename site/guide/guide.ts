import { declarations, pages } from 'virtual:waizant-guide'
import type { Locale } from '../routes.ts'
import type { GuidePage } from './page.ts'

/** Every page in one language, in reading order. */
export const guidePages = (locale: Locale): readonly GuidePage[] => pages[locale]

/** The page at an address below `/docs`; a trailing slash is ignored. */
export const guidePage = (locale: Locale, path: string): GuidePage | undefined =>
  pages[locale].find(({ addresses }) => addresses[locale] === path.replace(/\/$/, ''))

/** The address of a page as Markdown. */
export const markdownAddress = ({ name, addresses }: GuidePage, locale: Locale): string =>
  `${addresses[locale]}${name === 'index' ? '/index' : ''}.md`

export const declarationOf = (tagName: string) => declarations.find((one) => one.tagName === tagName)!
