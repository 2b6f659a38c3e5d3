import { ecosystemOfCustomer } from '../../db/subscriptions/subscriptions.ts'
import { claimedUsage } from '../../db/usage/usage.ts'
import type { Deps } from '../../deps.ts'
import { collectOutstanding, nothingMore, outstandingOf, rollbackCollection } from './collect-outstanding.ts'

/** Charges what was consumed to the last day at once, because an ended subscription has no next renewal. */
export const chargeLastUsage = async (deps: Deps, subscription: string): Promise<void> => {
  const terms = await deps.payments.terms(subscription)
  const ecosystem = await ecosystemOfCustomer(deps.db, terms.customer)
  if (!ecosystem || terms.live) return
  const now = deps.clock.now()
  const key = `end/${subscription}`
  // A charge that an interrupted try began keeps its lines.
  const begun = await claimedUsage(deps.db, ecosystem, key)
  const { usage } = await outstandingOf(deps, ecosystem, { ...terms, providerId: subscription }, now)
  if (begun.length + usage.length === 0) return
  const what = { invoices: [], usageUntil: begun.length ? nothingMore : now }
  const { status } = await collectOutstanding(deps, { ...terms, ecosystem }, what, key)
  if (status === 'processing') throw new Error(`The bank still thinks about the settlement ${key}.`)
  // No one is present to answer the bank or to change the card. The charge stays open, and must be paid before
  // the customer returns to a plan.
  const isOver = status === 'paid' || (await rollbackCollection(deps, ecosystem, key))
  if (!isOver) await chargeLastUsage(deps, subscription)
}
