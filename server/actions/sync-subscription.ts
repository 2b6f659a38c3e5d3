import { eq } from 'drizzle-orm'
import { subscribedStatus } from '../billing/ecosystem-status.ts'
import { ecosystemById } from '../db/ecosystems.ts'
import { ecosystemOfCustomer, subscriptionOf, writeBalance, writeSubscription } from '../db/subscriptions.ts'
import { ecosystems } from '../db/tables/index.ts'
import type { Deps } from '../deps.ts'

/**
 * The one writer of what the provider knows: reads the subscription, its invoices and the customer's
 * credit afresh, and mirrors them. A customer that is nobody's yet is left to `syncCheckout`.
 */
export const syncSubscription = async (deps: Deps, providerId: string): Promise<void> => {
  const readAt = deps.clock.now()
  const state = await deps.payments.subscription(providerId)
  const owner = await ecosystemOfCustomer(deps.db, state.customer)
  if (!owner) return
  const movements = await deps.payments.balance(state.customer)
  await deps.db.transaction(async (tx) => {
    await writeSubscription(tx, owner, state, readAt)
    await writeBalance(tx, owner, movements)
    const ecosystem = (await ecosystemById(tx, owner))!
    const current = await subscriptionOf(tx, owner)
    // Until it is provisioned an ecosystem is pending, whatever the provider says.
    if (!current || current.providerId !== providerId || ecosystem.status === 'pending') return
    const status = subscribedStatus({ status: current.providerStatus, cancelAt: current.cancelAt })
    await tx.update(ecosystems).set({ status, version: current.version }).where(eq(ecosystems.id, owner))
  })
}
