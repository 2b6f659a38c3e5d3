import type { Money } from '#contract/money'
import type { Locale } from '../routes.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** An amount in readable form. Prefer the API's own `text`; this is for sums computed here. */
export const moneyText = ({ amount, currency, text }: Money, locale: Locale): string => {
  if (text) return text
  const key = `${locale} ${currency}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    formats.set(key, format)
  }
  return format.format(amount / 100).replace('-', '−')
}
