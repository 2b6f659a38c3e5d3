import type { Money } from './money.ts'

/** How much less a year costs than twelve months; null when there is no saving. */
export const yearSavings = (month: Money | null, year: Money | null): Money | null => {
  if (!month || !year || month.currency !== year.currency) return null
  const amount = month.amount * 12 - year.amount
  return amount > 0 ? { amount, currency: year.currency } : null
}

/** A year's price per month, to the nearest cent: shown, never charged. */
export const yearPerMonth = (year: Money | null): Money | null =>
  year && { amount: Math.round(year.amount / 12), currency: year.currency }
