import type { Locale } from '#contract/locale'
import type { Currency, Money } from '#contract/money'

const formats = new Map<string, Intl.NumberFormat>()

/** Creating a format is slow and using it is fast: one is cached for each locale and currency. */
const formatOf = (locale: Locale, currency: Currency) => {
  const key = `${locale} ${currency}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale === 'en' ? 'en-US' : locale, { style: 'currency', currency })
  formats.set(key, made)
  return made
}

/** Money with its text in a language: "$25,490.00". The decimal text is exact, without floats. */
export const formatMoney = (amount: number, currency: Currency, locale: Locale): Money => {
  const decimal = decimalText(BigInt(amount)) as Intl.StringNumericLiteral
  return { amount, currency, text: formatOf(locale, currency).format(decimal) }
}

/** Minor units as an exact decimal: "-25490.00". All supported currencies have two decimals. */
export const decimalText = (amount: bigint): string => {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
