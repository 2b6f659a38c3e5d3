import { type Locale, localeOfPath } from './routes.ts'

const weight = (range: string): number => Number(/;\s*q=([\d.]+)/.exec(range)?.[1] ?? 1)

/** The language of a page without an address of its own: the path's, else the browser's first preference. */
export const localeOfVisitor = (path: string, acceptLanguage: string | null): Locale => {
  if (localeOfPath(path) === 'en') return 'en'
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .filter((range) => /^\s*e[ns]([-_;\s]|$)/i.test(range))
    .sort((a, b) => weight(b) - weight(a))
  return /^\s*en/i.test(wanted[0] ?? '') ? 'en' : 'es-MX'
}
