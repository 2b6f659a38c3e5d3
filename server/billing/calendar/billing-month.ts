/**
 * A month of a subscription. `until` is the start of the next one; `whole` is the length of a full month, in
 * seconds.
 */
export interface BillingMonth {
  from: Date
  until: Date
  whole: number
}

export interface Period {
  start: Date
  end: Date
}

/** Whole seconds, the provider's own unit. */
export const secondsBetween = (from: Date, until: Date): number =>
  Math.round((until.getTime() - from.getTime()) / 1000)

/**
 * The same day a number of months later (earlier, when negative), or that month's last day; in UTC, as the
 * provider computes it.
 */
export const monthsLater = (at: Date, months: number): Date => {
  const to = new Date(at)
  to.setUTCDate(1)
  to.setUTCMonth(to.getUTCMonth() + months)
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate()
  to.setUTCDate(Math.min(at.getUTCDate(), last))
  return to
}

/**
 * The month of a paid period that contains a moment; null: the moment is outside the period. A year has twelve
 * months; the days before the first 1st are the end of a whole month.
 */
export const billingMonthOf = ({ start, end }: Period, at: Date): BillingMonth | null => {
  if (at < start || at >= end) return null
  let months = 0
  while (monthsLater(start, months + 1) <= end) months++
  if (months === 0) return { from: start, until: end, whole: secondsBetween(monthsLater(end, -1), end) }
  let past = 0
  // The last month lasts to the end of the period, which is another day of the month after a short month.
  while (past < months - 1 && monthsLater(start, past + 1) <= at) past++
  const from = monthsLater(start, past)
  const until = past === months - 1 ? end : monthsLater(start, past + 1)
  return { from, until, whole: secondsBetween(from, until) }
}
