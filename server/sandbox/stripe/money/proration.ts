import type { Debit } from '../kinds.ts'
import type { Period } from './cycle.ts'
import type { DiscountAmount } from './discounts.ts'
import { share } from './share.ts'

/** The price of a service period for the part from a moment to its end, to the second. */
export const remaining = (full: number, basis: Period, from: number, to = basis.end): number =>
  share(full, to - from, basis.end - basis.start)

/** The part of a fixed discount that falls on the rest of its period. */
export const remainingDiscounts = (
  discounts: DiscountAmount[],
  period: Period,
  from: number,
): DiscountAmount[] =>
  discounts.map(({ amount, discount }) => ({
    discount,
    amount: share(amount, period.end - from, period.end - period.start),
  }))

const sum = (taken: DiscountAmount[]) => taken.reduce((total, { amount }) => total + amount, 0)

export interface Credit {
  /** Negative, discounts already subtracted. */
  amount: number
  discounts: DiscountAmount[]
  period: Period
}

/**
 * The value of a charge's unused time. Flexible billing credits what was last debited for an item, whatever its price
 * is now; time that was never charged is worth nothing.
 */
export const creditOf = (debit: Debit, at: number): Credit => {
  const from = Math.max(at, debit.period.start)
  const discounts = remainingDiscounts(debit.discounts, debit.period, from)
  const gross = remaining(debit.full, debit.basis, from, debit.period.end)
  return { amount: sum(discounts) - gross || 0, discounts, period: { start: from, end: debit.period.end } }
}

/** The debit after its time from `at` on was credited. */
export const usedUntil = (debit: Debit, at: number): Debit => {
  const from = Math.max(at, debit.period.start)
  const returned = remainingDiscounts(debit.discounts, debit.period, from)
  return {
    ...debit,
    period: { start: debit.period.start, end: from },
    discounts: debit.discounts.map((taken, index) => ({
      ...taken,
      amount: taken.amount - returned[index]!.amount,
    })),
  }
}
