import { type Addresses, locales, publicRoutes, routes } from '../routes.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Every public page in each language, with its translations; `guide` is where the guide's pages are. */
export const sitemap = (origin: string, guide: readonly Addresses[] = []): string => {
  const pages = [...publicRoutes.map((name) => routes[name]), ...guide]
  const entries = pages.flatMap((addresses) => {
    const address = (locale: (typeof locales)[number]) => escaped(origin + addresses[locale])
    const alternates = [
      ...locales.map((locale) => [locale, address(locale)]),
      ['x-default', address('es-MX')],
    ].map(([language, href]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`)
    return locales.map((locale) => `<url><loc>${address(locale)}</loc>${alternates.join('')}</url>`)
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
}
