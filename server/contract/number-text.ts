/**
 * A number in a reader's language, as in `1,320`. Everything else that has a `toLocaleString`, such as a day, needs
 * more than a language.
 */
export const numberText = (value: number, locale: string, options?: Intl.NumberFormatOptions): string =>
  value.toLocaleString(locale, options)
