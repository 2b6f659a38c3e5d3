import { lockEcosystem } from '../../db/ecosystems/ecosystems.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { endMonth } from '../encounters/grant-included.ts'
import { syncSubscription } from './sync.ts'

/**
 * Ends what is left of an ecosystem's included encounters when their month is over, then asks whether the next one is paid.
 * It looks at everything afresh, so it may come late, early or twice.
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
