import type { EcosystemStatus } from '#contract/billing'
import type { Policy } from '#contract/policy'
import { daysLater } from '../calendar/days.ts'

/** Until when the data of a cancelled ecosystem is kept (policy: "cancellation"). */
export const keptUntil = (
  end: Date,
  { cancellation }: Pick<Policy, 'cancellation'>,
  timeZone: string,
): Date => daysLater(end, cancellation.retentionDays, timeZone)

/** The facts of an ecosystem that its data's retention depends on. */
export interface Kept {
  /** The current status (`statusAt`). */
  status: EcosystemStatus
  trialEndsAt: Date | null
  suspendsAt: Date | null
  /** When its last subscription ended. */
  endedAt: Date | null
  timeZone: string
}

/** Why data is retained, since when, and until when. */
export interface Retention {
  reason: 'trial-ended' | 'unpaid' | 'canceled'
  since: Date
  until: Date
}

/** The retention of the data of a customer who no longer uses it; null: they use it, or the end of use is unknown. */
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

/** The notice before a deletion, in days: data is never deleted without it. */
export const announcedDaysBefore = 14

/** A job that runs this late still counts as on time. */
const inTimeMs = 60 * 60 * 1000

/** When a deletion is announced, and when it happens. */
export interface Deletion {
  /** null: it was announced, and the date is still right. */
  announceAt: Date | null
  deletesAt: Date
}

/**
 * `announced`: the date in the last announcement. A late announcement postpones the deletion and never shortens
 * the notice.
 */
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
