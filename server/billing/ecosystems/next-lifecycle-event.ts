import type { EcosystemStatus } from '#contract/billing'
import type { Policy } from '#contract/policy'
import { deletionOf, retentionOf } from './retention.ts'
import { statusAt } from './status.ts'
import { trialReminders } from './trial-reminders.ts'

/** The facts of an ecosystem that its scheduled events depend on. */
export interface Timed {
  /** The stored status. */
  status: EcosystemStatus
  trialEndsAt: Date | null
  suspendsAt: Date | null
  endedAt: Date | null
  /** The announced date of its data's deletion. */
  deletesAt: Date | null
  createdAt: Date
  timeZone: string
}

/** The time of an ecosystem's next scheduled event (reminder, suspension, announcement, end); null: none. */
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
