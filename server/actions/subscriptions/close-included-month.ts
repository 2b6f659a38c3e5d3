import { lockEcosystem } from '../../db/ecosystems/ecosystems.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { endMonth } from '../encounters/grant-included.ts'
import { syncSubscription } from './sync.ts'

/**
 * Expires the rest of an ecosystem's included encounters when their month is over, then checks whether the next
 * month is paid. It reads everything again, so it may run late, early or twice.
 */
export const closeIncludedMonth = async (deps: Deps, id: string): Promise<void> => {
  await deps.db.transaction(async (tx) => {
    const ecosystem = await lockEcosystem(tx, id)
    if (ecosystem && !ecosystem.deletionRequestedAt) await endMonth(deps, tx, id)
  })
  deps.jobs.wake()
  const subscription = await subscriptionOf(deps.db, id)
  if (subscription?.live) await syncSubscription(deps, subscription.providerId)
}
