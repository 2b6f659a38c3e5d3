import type { Currency } from '#contract/money'

/** What is wrong with an amount as it was typed. */
export type AmountFault =
  | 'amount-negative'
  | 'amount-fraction'
  | 'amount-too-large'
  | 'amount-zero'
  | 'amount-commas'
  | 'amount-currency'
  | 'amount-unreadable'

/** `null`: the field is empty. */
export type AmountRead = { amount: number | null } | { fault: AmountFault }

/** 999,999.99, the server's maximum. */
export const largestAmount = 99_999_999

const grouped = /^\d{1,3}(,\d{3})*$/

/**
 * Reads `1,234.50`, `1234.5` and `$ 1,234.50` into integer minor units, digit by digit, never through a floating-point
 * number. The currency's own code is allowed next to the number.
 */
export const readAmount = (text: string, currency: Currency, { least = 1 } = {}): AmountRead => {
  const bare = text.replaceAll(/[\s\u00a0\u202f]/g, '').toUpperCase()
  if (bare === '') return { amount: null }
  const [, before = '', sign = '', number = '', after = ''] =
    /^([A-Z]{0,3})\$?([-−]?)\$?([\d.,]+)([A-Z]{0,3})$/.exec(bare) ?? []
  if (!number || !/\d/.test(number)) return { fault: 'amount-unreadable' }
  if ([before, after].some((code) => code && code !== currency)) return { fault: 'amount-currency' }
  if (sign) return { fault: 'amount-negative' }
  return readDigits(number, least)
}

const readDigits = (number: string, least: number): AmountRead => {
  const [whole = '', cents = '', ...more] = number.split('.')
  if (more.length || cents.includes(',')) return { fault: 'amount-commas' }
  if (whole.includes(',') && !grouped.test(whole)) return { fault: 'amount-commas' }
  if (/[1-9]/.test(cents.slice(2))) return { fault: 'amount-fraction' }
  const digits = `${whole.replaceAll(',', '')}${cents.slice(0, 2).padEnd(2, '0')}`.replace(/^0+/, '')
  if (digits.length > 8) return { fault: 'amount-too-large' }
  const amount = Number(digits || 0)
  return amount < least ? { fault: 'amount-zero' } : { amount }
}

/** Minor units as an editable amount: `1,234.50`. */
export const amountText = (amount: number): string => {
  const digits = String(amount).padStart(3, '0')
  return `${digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`
}

/** An amount with its currency: `$1,234.50 MXN`. */
export const moneyText = (amount: number, currency: string): string => `$${amountText(amount)} ${currency}`

/** Whole numbers, with or without commas between thousands; null: the field is empty, undefined: not a whole number. */
export const readCount = (text: string): number | null | undefined => {
  const bare = text.replaceAll(/[\s\u00a0]/g, '')
  if (bare === '') return null
  if (!/^\d+$/.test(bare) && !grouped.test(bare)) return undefined
  const digits = bare.replaceAll(',', '')
  return digits.length > 9 ? Number.POSITIVE_INFINITY : Number(digits)
}

export const countText = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
