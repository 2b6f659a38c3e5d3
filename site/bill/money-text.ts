import type { Money } from '#contract/money'
import type { Locale } from '../routes.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** An amount as people read it. The API's own `text` is preferred; this is for sums made here. */
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
