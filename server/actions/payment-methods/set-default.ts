import { ecosystemOfCustomer, subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { syncSubscription } from '../subscriptions/sync.ts'

/**
 * A customer has set up a card: makes it the default one and retries at once what their subscription owes, so
 * that paying reactivates it. Everything is read again, so it may run any number of times.
 */
export const setDefaultPaymentMethod = async (
  deps: Deps,
  customer: string | null | undefined,
): Promise<void> => {
  const ecosystem = customer ? await ecosystemOfCustomer(deps.db, customer) : null
  if (!customer || !ecosystem) return
  await withEcosystemLock(deps, ecosystem, async () => {
    const subscription = await subscriptionOf(deps.db, ecosystem)
    const live = subscription?.live ? subscription.providerId : null
    const card = await deps.payments.setDefaultPaymentMethod(customer, live)
    if (card && live) await deps.payments.payDueWith(live, card)
    if (subscription) await syncSubscription(deps, subscription.providerId)
  })
}
