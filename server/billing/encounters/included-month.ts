import { type BillingMonth, billingMonthOf, type Period, secondsBetween } from '../calendar/billing-month.ts'

/** The included encounters of one month: as many as the days on each plan justify. */
export interface IncludedMonth extends BillingMonth {
  source: 'trial' | 'subscription'
  /** How many the version in force includes in a whole month, from `since` on. */
  rate: number
  since: Date
  /** The sum of earlier rates, each multiplied by its seconds. */
  weight: number
}

/** A change of the included encounters, at the second at which it was priced. */
export interface RateChange {
  at: Date
  from: number
  to: number
}

/** What an ecosystem's included encounters depend on now. */
export type IncludedBy =
  | { source: 'trial'; from: Date; until: Date; rate: number }
  | {
      source: 'subscription'
      period: Period
      /** Nothing of it is owed. An unpaid subscription starts no month. */
      isPaid: boolean
      /** null: it has not ended. */
      endedAt: Date | null
      rate: number
      /** Executed changes, in order. */
      changes: RateChange[]
    }

/** How many a month has granted in all: rounded down, so that no sequence of changes gains any. */
export const grantedIn = ({ weight, rate, since, until, whole }: IncludedMonth): number =>
  Math.floor((weight + rate * secondsBetween(since, until)) / whole)

/** The month after its rate changed at a moment. */
export const changedAt = (month: IncludedMonth, at: Date, rate: number): IncludedMonth => {
  const since = new Date(Math.min(Math.max(+at, +month.since), +month.until))
  return {
    ...month,
    since,
    rate,
    weight: month.weight + month.rate * secondsBetween(month.since, since),
  }
}

/**
 * The current month, computed from the one known before; the last month when none is current. Months never
 * overlap: a month that has begun runs to its end, even if its subscription changes, and the next one starts
 * where it ends.
 */
export const includedMonth = (
  known: IncludedMonth | null,
  by: IncludedBy,
  now: Date,
): IncludedMonth | null => {
  if (by.source === 'trial') return monthOfTrial(by)
  const before = known?.source === 'subscription' ? known : null
  if (before && before.until > now) return followed(before, by, now)
  return opened(before, by, now) ?? known
}

const monthOfTrial = ({ from, until, rate }: IncludedBy & { source: 'trial' }): IncludedMonth => ({
  source: 'trial',
  from,
  until,
  whole: secondsBetween(from, until),
  rate,
  since: from,
  weight: 0,
})

type BySubscription = IncludedBy & { source: 'subscription' }

const opened = (before: IncludedMonth | null, by: BySubscription, now: Date): IncludedMonth | null => {
  if (!by.isPaid || by.endedAt) return null
  const month = billingMonthOf(by.period, now)
  if (!month) return null
  const from = before && before.until > month.from ? before.until : month.from
  const rate = by.changes.find(({ at }) => at >= from)?.from ?? by.rate
  return followed({ ...month, source: 'subscription', from, rate, since: from, weight: 0 }, by, now)
}

/** Applies the changes since then, and finally the rate in force. */
const followed = (month: IncludedMonth, by: BySubscription, now: Date): IncludedMonth => {
  let followed = month
  for (const { at, to } of by.changes) if (at >= followed.since) followed = changedAt(followed, at, to)
  const rate = by.endedAt ? 0 : by.rate
  if (followed.rate === rate) return followed
  // No quote has the time of this change: it came with a new period, or with the end of one, or else it counts
  // from now.
  const begun = by.period.start > followed.since ? by.period.start : now
  return changedAt(followed, by.endedAt ?? begun, rate)
}
