import type { Locale } from '#contract/locale'

/** A date in the reader's language: "3 de diciembre de 2026", "December 3, 2026". */
export const dateText = (at: Date, locale: Locale, timeZone: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-US' : locale, { dateStyle: 'long', timeZone }).format(at)

/** The last day before an end: what ends at midnight has the day before as its last day. */
export const lastDayText = (end: Date, locale: Locale, timeZone: string): string =>
  dateText(new Date(end.getTime() - 1), locale, timeZone)

/** A date for files and programs: "2026-12-03". */
export const isoDay = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(at)
