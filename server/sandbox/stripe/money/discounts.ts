import { percentOf } from './share.ts'

export interface Reduction {
  /** The discount's id. */
  discount: string
  percentOff: number | null
  amountOff: number | null
}

export interface DiscountAmount {
  amount: number
  discount: string
}

/**
 * What each discount takes off each line, one discount after the other. A percentage is rounded per line; an amount is
 * split in proportion: every line is truncated, and the last one takes the remainder.
 */
export const applyDiscounts = (amounts: number[], reductions: Reduction[]): DiscountAmount[][] => {
  const left = amounts.map((amount) => Math.max(0, amount))
  const taken: DiscountAmount[][] = amounts.map(() => [])
  for (const reduction of reductions) {
    const parts =
      reduction.percentOff === null
        ? split(left, reduction.amountOff ?? 0)
        : percent(left, reduction.percentOff)
    for (const [index, amount] of parts.entries()) {
      if (left[index]! <= 0) continue
      left[index]! -= amount
      taken[index]!.push({ amount, discount: reduction.discount })
    }
  }
  return taken
}

const percent = (amounts: number[], percentOff: number) =>
  amounts.map((amount) => percentOf(amount, percentOff))

const split = (amounts: number[], wanted: number): number[] => {
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  const whole = Math.min(wanted, total)
  const parts = amounts.map((amount) =>
    total ? Number((BigInt(whole) * BigInt(amount)) / BigInt(total)) : 0,
  )
  let left = whole - parts.reduce((sum, part) => sum + part, 0)
  // The last line takes what truncation left over; what exceeds it goes to the line before it.
  for (let index = parts.length - 1; index >= 0 && left > 0; index--) {
    const room = Math.min(left, amounts[index]! - parts[index]!)
    parts[index]! += room
    left -= room
  }
  return parts
}
