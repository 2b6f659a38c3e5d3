import type { Locale } from '#contract/locale'

/** A day as people write it where they are: "3 de diciembre de 2026", "December 3, 2026". */
export const dateText = (at: Date, locale: Locale, timeZone = 'America/Mexico_City'): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-US' : locale, { dateStyle: 'long', timeZone }).format(at)
