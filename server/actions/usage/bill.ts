import {
  customerOfSubscription,
  ecosystemOfCustomer,
  subscriptionOf,
} from '../../db/subscriptions/subscriptions.ts'
import { claimedUsage, claimUsage, endClaim } from '../../db/usage/usage.ts'
import type { Deps } from '../../deps.ts'
import { usageTexts } from './line-texts.ts'

/**
 * Puts what an ecosystem consumed on a renewal that is being prepared: each report on exactly one invoice, even
 * when this runs again. If the renewal is final already, it waits for the next one.
 */
export const billUsage = async (deps: Deps, ecosystem: string, invoice: string): Promise<void> => {
  const { db } = deps
  const subscription = await subscriptionOf(db, ecosystem)
  if (!subscription) return
  await claimUsage(db, ecosystem, invoice, { currency: subscription.currency })
  const used = await claimedUsage(db, ecosystem, invoice)
  if (used.length === 0) return
  const customer = await customerOfSubscription(db, subscription)
  const texts = await usageTexts(db, ecosystem)
  for (const row of used) {
    const { usageId, units, unit, currency } = row
    const added = await deps.payments.addToDraft({
      invoice,
      customer,
      amount: units * unit,
      currency,
      description: texts.line(row),
      key: usageId,
    })
    // One by one, because a renewal may become final between two of them.
    await endClaim(db, ecosystem, invoice, added ? 'billed' : 'recorded', usageId)
  }
}

/** A renewal is being prepared: adds what was consumed before it is final. */
export const billRenewals = async (deps: Deps, subscription: string): Promise<void> => {
  const { customer } = await deps.payments.terms(subscription)
  const ecosystem = await ecosystemOfCustomer(deps.db, customer)
  if (!ecosystem) return
  for (const draft of await deps.payments.draftInvoices(subscription)) await billUsage(deps, ecosystem, draft)
}
