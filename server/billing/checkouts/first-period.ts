import type { Policy } from '#contract/policy'
import { monthsLater, secondsBetween } from '../calendar/billing-month.ts'
import { hoursBehind } from '../calendar/days.ts'
import type { PriceSpec } from '../catalogue/price-spec.ts'
import { minimumCharge } from '../money/minimum-charge.ts'

/** What the days before the first 1st cost a buyer. */
export interface FirstPeriod {
  /** The first 1st, on which the first whole period begins; a yearly one ends on that day a year later. */
  anchor: Date
  /** Those days cost too little to be charged, so nothing is paid before the 1st. */
  isFree: boolean
  /** Until then those days cost enough to be charged. */
  chargeableUntil: Date
}

interface Bought {
  prices: Pick<PriceSpec, 'amount' | 'quantity' | 'currency' | 'interval'>[]
  at: Date
  /** The buyer's time zone. */
  timeZone: string
}

/** A page on which the buyer can still be charged has to stay open this long; otherwise the days are free. */
const leastOpenMs = 60 * 60 * 1000

/** Null: the first period is a whole one, because each subscription is billed on its own day. */
export const firstPeriod = (
  { billingDay }: Pick<Policy, 'billingDay'>,
  { prices, at, timeZone }: Bought,
): FirstPeriod | null => {
  if (billingDay === 'contract-day') return null
  const anchor = firstOfMonthAfter(at, timeZone)
  const chargeableUntil = lastChargeable(prices, anchor)
  return { anchor, chargeableUntil, isFree: chargeableUntil.getTime() - at.getTime() < leastOpenMs }
}

/**
 * The 1st begins at an hour (UTC) by which it has begun, all year, for seller and buyer: 6:00, midnight in Mexico City,
 * and later only for buyers further west. For buyers further east the 1st has begun earlier.
 */
const firstOfMonthAfter = (at: Date, timeZone: string): Date => {
  const seasons = [0, 6].map((month) => new Date(Date.UTC(at.getUTCFullYear(), month, 15)))
  const hour = Math.max(6, ...seasons.map((day) => Math.ceil(hoursBehind(day, timeZone))))
  const day = new Date(at)
  day.setUTCHours(day.getUTCHours() - hour)
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1, hour))
}

/** The provider rounds each line by itself, so half a unit for each may be missing from the sum. */
const lastChargeable = (prices: Bought['prices'], anchor: Date): Date => {
  const [first] = prices
  const whole = secondsBetween(monthsLater(anchor, first!.interval === 'year' ? -12 : -1), anchor)
  const total = prices.reduce((sum, { amount, quantity }) => sum + amount * quantity, 0)
  const least = minimumCharge[first!.currency] + prices.length
  return new Date(anchor.getTime() - Math.ceil((least / total) * whole) * 1000)
}
