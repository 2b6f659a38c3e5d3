import type { EcosystemStatus } from '#contract/billing'
import type { Policy } from '#contract/policy'
import { daysLater } from '../calendar/days.ts'

/** Until when the data of a cancelled ecosystem is kept (policy: "cancellation"). */
export const keptUntil = (
  end: Date,
  { cancellation }: Pick<Policy, 'cancellation'>,
  timeZone: string,
): Date => daysLater(end, cancellation.retentionDays, timeZone)

/** How an ecosystem stands, as far as its data depends on it. */
export interface Kept {
  /** As it is now (`statusAt`). */
  status: EcosystemStatus
  trialEndsAt: Date | null
  suspendsAt: Date | null
  /** When its last subscription ended. */
  endedAt: Date | null
  timeZone: string
}

/** Why data is only kept, since when, and until when. */
export interface Retention {
  reason: 'trial-ended' | 'unpaid' | 'canceled'
  since: Date
  until: Date
}

/** For how long the data of somebody who no longer uses it is kept; null: they use it, or nobody knows since when not. */
export const retentionOf = (
  { status, trialEndsAt, suspendsAt, endedAt, timeZone }: Kept,
  policy: Pick<Policy, 'trial' | 'unpaid' | 'cancellation'>,
): Retention | null => {
  const kept = (reason: Retention['reason'], since: Date, days: number): Retention => ({
    reason,
    since,
    until: daysLater(since, days, timeZone),
  })
  if (status === 'canceled' && endedAt) return kept('canceled', endedAt, policy.cancellation.retentionDays)
  if (status !== 'suspended') return null
  if (trialEndsAt)
    return kept('trial-ended', trialEndsAt, (policy.trial ?? policy.cancellation).retentionDays)
  return suspendsAt && kept('unpaid', suspendsAt, policy.unpaid.retentionDays)
}

/** Nobody's data goes without their having been told so long before. */
export const announcedDaysBefore = 14

/** A job that runs a little later than its moment is in time. */
const inTimeMs = 60 * 60 * 1000

/** When somebody is told that their data goes, and when it goes. */
export interface Deletion {
  /** null: they were told, and the date still holds. */
  announceAt: Date | null
  deletesAt: Date
}

/** `announced`: the date that they were told last. A late announcement moves the deletion, never shortens the notice. */
export const deletionOf = (
  { until }: Retention,
  announced: Date | null,
  now: Date,
  timeZone: string,
): Deletion => {
  if (announced && announced >= until) return { announceAt: null, deletesAt: announced }
  const announceAt = daysLater(until, -announcedDaysBefore, timeZone)
  const isLate = now.getTime() > announceAt.getTime() + inTimeMs
  const deletesAt = isLate ? daysLater(now, announcedDaysBefore, timeZone) : until
  return { announceAt, deletesAt }
}
