import type { Locale } from '../routes.ts'

/** The picture that a shared link shows, in the page's language. */
export const socialImage = (origin: string, locale: Locale): string =>
  `${origin}/social-${locale === 'en' ? 'en' : 'es'}.png`
