import type { Policy } from '#contract/policy'
import { deletionOf, retentionOf } from '../../billing/ecosystems/retention.ts'
import { statusAt } from '../../billing/ecosystems/status.ts'
import { trialReminders } from '../../billing/ecosystems/trial-reminders.ts'
import { policyOf } from '../../db/catalogue/policies.ts'
import type { Db } from '../../db/connection/open.ts'
import {
  type Ecosystem,
  ecosystemById,
  lockEcosystem,
  updateEcosystem,
} from '../../db/ecosystems/ecosystems.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { bumpEntitlementsRevision } from '../entitlements/bump-revision.ts'
import { notify } from '../notifications/enqueue.ts'
import { endOf, scheduleLifecycleJob } from '../subscriptions/schedule-lifecycle-job.ts'
import { syncSubscription } from '../subscriptions/sync.ts'

/** The actor in the audit log when no administrator deletes by hand. */
const byItself = 'retention'

/**
 * Does what is due to an ecosystem by now: the reminder of its trial's end, that end, a suspension, the
 * announcement of its data's deletion, the deletion. It reads everything again, so it may run late, early or
 * twice.
 */
export const runLifecycleJob = async (deps: Deps, id: string): Promise<void> => {
  const ecosystem = await ecosystemById(deps.db, id)
  if (!ecosystem || ecosystem.deletionRequestedAt) return
  // A payment in the last second is read from the provider first.
  if (ecosystem.status === 'past-due') await askAgain(deps, id)
  await deps.db.transaction(async (tx) => {
    const locked = (await lockEcosystem(tx, id))!
    const policy = await policyOf(tx, locked.catalogue)
    await tendTrial(deps, tx, locked, policy)
    await advanceRetention(deps, tx, (await ecosystemById(tx, id))!, policy)
    await scheduleLifecycleJob(deps, tx, id)
  })
  deps.jobs.wake()
}

const askAgain = async (deps: Deps, id: string): Promise<void> => {
  const subscription = await subscriptionOf(deps.db, id)
  if (subscription) await syncSubscription(deps, subscription.providerId)
}

const tendTrial = async (deps: Deps, tx: Db, ecosystem: Ecosystem, policy: Policy): Promise<void> => {
  const { id, status, trialEndsAt } = ecosystem
  const now = deps.clock.now()
  if (status !== 'trialing' || !trialEndsAt) return
  if (statusAt(ecosystem, now) === 'suspended') return endTrial(deps, tx, ecosystem, policy)
  // After downtime only the last reminder that was due is sent.
  const due = trialReminders({ ...ecosystem, trialEndsAt }, policy).findLast(({ at }) => at <= now)
  if (!due) return
  const endsAt = trialEndsAt.toISOString()
  await notify(deps, tx, {
    ecosystem: id,
    kind: 'trial-ending',
    key: `trial-ending/${id}/${endsAt}/${due.days}`,
    facts: { endsAt, retentionDays: (policy.trial ?? policy.cancellation).retentionDays },
  })
}

const endTrial = async (deps: Deps, tx: Db, ecosystem: Ecosystem, policy: Policy): Promise<void> => {
  const { id, trialEndsAt } = ecosystem
  await bumpEntitlementsRevision(deps, tx, id, { status: 'suspended' })
  const retention = retentionOf({ ...ecosystem, status: 'suspended', endedAt: null }, policy)!
  await notify(deps, tx, {
    ecosystem: id,
    kind: 'trial-ended',
    key: `trial-ended/${id}/${trialEndsAt!.toISOString()}`,
    facts: { dataUntil: retention.until.toISOString() },
  })
}

/** Announces the deletion of data that is only retained, then deletes it. */
const advanceRetention = async (deps: Deps, tx: Db, ecosystem: Ecosystem, policy: Policy): Promise<void> => {
  const { id, timeZone, deletesAt } = ecosystem
  const now = deps.clock.now()
  const status = statusAt(ecosystem, now)
  const endedAt = await endOf(tx, ecosystem)
  const retention = retentionOf({ ...ecosystem, status, endedAt }, policy)
  if (!retention) return
  const deletion = deletionOf(retention, deletesAt, now, timeZone)
  if (deletion.announceAt === null) {
    if (deletion.deletesAt <= now)
      await deps.jobs.send(tx, 'delete-ecosystem', { ecosystem: id, actor: byItself })
  } else if (deletion.announceAt <= now) await announce(deps, tx, id, deletion.deletesAt, retention.reason)
}

const announce = async (
  deps: Deps,
  tx: Db,
  id: string,
  deletesAt: Date,
  reason: 'trial-ended' | 'unpaid' | 'canceled',
): Promise<void> => {
  await updateEcosystem(tx, id, { deletesAt })
  const at = deletesAt.toISOString()
  await notify(deps, tx, {
    ecosystem: id,
    kind: 'data-deletion',
    key: `data-deletion/${id}/${at}`,
    facts: { at, status: reason === 'canceled' ? 'canceled' : 'suspended' },
  })
}
