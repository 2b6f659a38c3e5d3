import type { EcosystemStatus } from '#contract/billing'
import type { Policy } from '#contract/policy'
import { deletionOf, retentionOf } from './retention.ts'
import { statusAt } from './status.ts'
import { trialReminders } from './trial-reminders.ts'

/** An ecosystem, as far as time alone changes something about it. */
export interface Timed {
  /** As it is written down. */
  status: EcosystemStatus
  trialEndsAt: Date | null
  suspendsAt: Date | null
  endedAt: Date | null
  /** When its data is deleted, as its people were told. */
  deletesAt: Date | null
  createdAt: Date
  timeZone: string
}

/** When time alone does something next to an ecosystem: a reminder, a suspension, an announcement, the end; null: never. */
export const nextLifecycleEvent = (ecosystem: Timed, policy: Policy, now: Date): Date | null => {
  const { status, trialEndsAt, suspendsAt, deletesAt, timeZone } = ecosystem
  if (status === 'trialing' && trialEndsAt) {
    const coming = trialReminders({ ...ecosystem, trialEndsAt }, policy).find(({ at }) => at > now)
    return coming?.at ?? trialEndsAt
  }
  if (status === 'past-due') return suspendsAt
  const retention = retentionOf({ ...ecosystem, status: statusAt(ecosystem, now) }, policy)
  if (!retention) return null
  const deletion = deletionOf(retention, deletesAt, now, timeZone)
  if (deletion.announceAt) return deletion.announceAt
  return deletion.deletesAt > now ? deletion.deletesAt : null
}
