import { isSubscribed, statusAt, subscribedStatus } from '../../billing/ecosystems/status.ts'
import { suspensionOf } from '../../billing/subscriptions/dunning.ts'
import { policyOf } from '../../db/catalogue/policies.ts'
import type { Db } from '../../db/connection/open.ts'
import { type Ecosystem, updateEcosystem } from '../../db/ecosystems/ecosystems.ts'
import type { Subscription } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { bumpEntitlementsRevision } from '../entitlements/bump-revision.ts'
import { notifyStatusChange } from './notify-status-change.ts'
import { scheduleLifecycleJob } from './schedule-lifecycle-job.ts'

/**
 * An ecosystem and its previous subscription, as they were stored; the caller holds the row's lock
 * (`lockEcosystem`).
 */
export interface Before {
  ecosystem: Ecosystem
  subscription: Subscription | null
}

/**
 * Writes the status of a subscribed ecosystem from the provider's subscription and the time since a debt began.
 * The same transaction queues the mails, notifies the ecosystem's own backend, and schedules the next lifecycle
 * job.
 */
export const updateAccountStatus = async (
  deps: Deps,
  tx: Db,
  before: Before,
  now: Subscription,
): Promise<void> => {
  const { id, catalogue, timeZone } = before.ecosystem
  const policy = await policyOf(tx, catalogue)
  const suspendsAt = suspensionOf(now.arrears ?? null, policy, timeZone)
  const status = statusAt(
    {
      status: subscribedStatus({
        status: now.providerStatus,
        cancelAt: now.cancelAt,
        owes: Boolean(now.arrears),
      }),
      trialEndsAt: null,
      suspendsAt,
    },
    deps.clock.now(),
  )
  const standing = {
    status,
    suspendsAt,
    version: now.version,
    // A customer who is back keeps everything: the announced deletion is called off.
    ...(isSubscribed(status) && { deletesAt: null }),
  }
  const after = { ...before.ecosystem, ...standing }
  // No more mails are sent about an ecosystem that is being deleted.
  const isGoing = before.ecosystem.deletionRequestedAt !== null
  if (isGoing || isSame(before, after, now)) await updateEcosystem(tx, id, standing)
  else await bumpEntitlementsRevision(deps, tx, id, standing)
  if (isGoing) return
  await notifyStatusChange(deps, tx, before, { ecosystem: after, subscription: now, policy })
  await scheduleLifecycleJob(deps, tx, id)
}

/** Whether the entitlements and their end stay the same. */
const isSame = ({ ecosystem, subscription }: Before, after: Ecosystem, now: Subscription): boolean =>
  ecosystem.status === after.status &&
  ecosystem.version === after.version &&
  +(ecosystem.suspendsAt ?? 0) === +(after.suspendsAt ?? 0) &&
  subscription?.providerId === now.providerId &&
  subscription.licences === now.licences &&
  +subscription.periodEnd === +now.periodEnd &&
  +(subscription.cancelAt ?? 0) === +(now.cancelAt ?? 0)
