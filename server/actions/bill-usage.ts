import { customerOfSubscription, ecosystemOfCustomer, subscriptionOf } from '../db/subscriptions.ts'
import { claimedUsage, claimUsage, endClaim } from '../db/usage.ts'
import type { Deps } from '../deps.ts'
import { giveUpSettlement, nothingMore, outstandingOf, settleOutstanding } from './settle-outstanding.ts'
import { usageTexts } from './usage-text.ts'

/**
 * Puts what an ecosystem consumed on a renewal that is being prepared: each report on exactly one invoice, however often
 * this runs. A renewal that is final already leaves it for the next one.
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
    // One by one: a renewal may become final between two of them.
    await endClaim(db, ecosystem, invoice, added ? 'billed' : 'recorded', usageId)
  }
}

/** A renewal is being prepared: what was consumed joins it before it is final. */
export const billRenewals = async (deps: Deps, subscription: string): Promise<void> => {
  const { customer } = await deps.payments.terms(subscription)
  const ecosystem = await ecosystemOfCustomer(deps.db, customer)
  if (!ecosystem) return
  for (const draft of await deps.payments.draftInvoices(subscription)) await billUsage(deps, ecosystem, draft)
}

/** A subscription has ended and there will be no renewal: what was consumed to its last day is charged at once. */
export const settleLastUsage = async (deps: Deps, subscription: string): Promise<void> => {
  const terms = await deps.payments.terms(subscription)
  const ecosystem = await ecosystemOfCustomer(deps.db, terms.customer)
  if (!ecosystem || terms.live) return
  const now = deps.clock.now()
  const key = `end/${subscription}`
  // What an interrupted try began to charge is charged as it was.
  const begun = await claimedUsage(deps.db, ecosystem, key)
  const { usage } = await outstandingOf(deps, ecosystem, { ...terms, providerId: subscription }, now)
  if (begun.length + usage.length === 0) return
  const what = { invoices: [], usageUntil: begun.length ? nothingMore : now }
  const { status } = await settleOutstanding(deps, { ...terms, ecosystem }, what, key)
  if (status === 'processing') throw new Error(`The bank still thinks about the settlement ${key}.`)
  // Nobody is there to answer a bank or to change the card: it stays open, and is paid before they return to another plan.
  const isOver = status === 'paid' || (await giveUpSettlement(deps, ecosystem, key))
  if (!isOver) await settleLastUsage(deps, subscription)
}
