import { type BillingMonth, billingMonthOf, type Period, secondsBetween } from '../calendar/billing-month.ts'

/** The included encounters of one month: how many the days on each plan justify. */
export interface IncludedMonth extends BillingMonth {
  source: 'trial' | 'subscription'
  /** What the version in force includes in a whole month, from `since` on. */
  rate: number
  since: Date
  /** Rates before `since`, each times its seconds. */
  weight: number
}

/** A change of what is included, at the second it was priced at. */
export interface RateChange {
  at: Date
  from: number
  to: number
}

/** What decides about the included encounters of an ecosystem now. */
export type IncludedBy =
  | { source: 'trial'; from: Date; until: Date; rate: number }
  | {
      source: 'subscription'
      period: Period
      /** Nothing of it is owed; one that is not paid begins no month. */
      isPaid: boolean
      /** null: it goes on. */
      endedAt: Date | null
      rate: number
      /** Changes that were carried out, in their order. */
      changes: RateChange[]
    }

/** How many a month has granted in all: rounded down, so that no order of changes gains any. */
export const grantedIn = ({ weight, rate, since, until, whole }: IncludedMonth): number =>
  Math.floor((weight + rate * secondsBetween(since, until)) / whole)

/** The month once something else is included from a moment on. */
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
 * The month that is under way now, from the one known before; the last one where none is. Months never overlap: one that is
 * under way goes on, whatever becomes of its subscription, and the next begins where it ends.
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

/** With the changes since, and in the end at what is in force. */
const followed = (month: IncludedMonth, by: BySubscription, now: Date): IncludedMonth => {
  let followed = month
  for (const { at, to } of by.changes) if (at >= followed.since) followed = changedAt(followed, at, to)
  const rate = by.endedAt ? 0 : by.rate
  if (followed.rate === rate) return followed
  // No quote says when: with a period that began, or when it ended, else it was found just now.
  const begun = by.period.start > followed.since ? by.period.start : now
  return changedAt(followed, by.endedAt ?? begun, rate)
}
