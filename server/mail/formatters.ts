import type { Locale } from '#contract/locale'
import { oneLine } from '#contract/text'
import { dateText, lastDayText } from '../billing/calendar/date-text.ts'
import { daysBetween } from '../billing/calendar/days.ts'
import { formatMoney } from '../billing/money/format.ts'
import { shellWords } from '../words/mail/shell.ts'
import type { Formatters } from './template.ts'

/** The reader of a mail: language, time zone and current time. */
export interface Reader {
  company: string
  locale: Locale
  timeZone: string
  now: Date
}

export const formattersFor = ({ company, locale, timeZone, now }: Reader): Formatters => {
  const words = shellWords[locale]
  return {
    company: oneLine(company),
    of: (text) => text[locale],
    money: ({ amount, currency }) => withCurrency(formatMoney(amount, currency, locale).text!, currency),
    day: (at) => dateText(new Date(at), locale, timeZone),
    lastDay: (end) => lastDayText(new Date(end), locale, timeZone),
    away: (at) => words.away(daysBetween(now, new Date(at), timeZone)),
    count: (many) => new Intl.NumberFormat(locale).format(many),
    card: ({ brand, last4 }) => words.card(brands[brand] ?? brand, last4),
    every: (interval) => words.every[interval],
  }
}

/** A bare "$" does not name the currency, so its code is added: "$25,490.00 MXN". "USD 90.00" has it already. */
const withCurrency = (text: string, currency: string) => (/^-?\$/.test(text) ? `${text} ${currency}` : text)

/** Card brands by the provider's name. */
const brands: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  carnet: 'Carnet',
  diners: 'Diners Club',
  discover: 'Discover',
}
