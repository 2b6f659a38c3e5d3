import { ecosystemOfCustomer, subscriptionOf } from '../db/subscriptions.ts'
import type { Deps } from '../deps.ts'
import { exclusively } from './exclusively.ts'
import { syncSubscription } from './sync-subscription.ts'

/**
 * A customer has set up a card: it becomes the one that they pay with, and what their subscription owes is tried again at
 * once, so that paying reactivates by itself. Everything is read afresh; it may run any number of times.
 */
export const adoptCard = async (deps: Deps, customer: string | null | undefined): Promise<void> => {
  const ecosystem = customer ? await ecosystemOfCustomer(deps.db, customer) : null
  if (!customer || !ecosystem) return
  await exclusively(deps, ecosystem, async () => {
    const subscription = await subscriptionOf(deps.db, ecosystem)
    const live = subscription?.live ? subscription.providerId : null
    const card = await deps.payments.adoptCard(customer, live)
    if (card && live) await deps.payments.payDueWith(live, card)
    if (subscription) await syncSubscription(deps, subscription.providerId)
  })
}
