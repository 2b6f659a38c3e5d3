import { ecosystemOfCustomer } from '../../db/subscriptions/subscriptions.ts'
import { claimedUsage } from '../../db/usage/usage.ts'
import type { Deps } from '../../deps.ts'
import { collectOutstanding, nothingMore, outstandingOf, rollbackCollection } from './collect-outstanding.ts'

/** A subscription has ended and there will be no renewal: what was consumed to its last day is charged at once. */
export const chargeLastUsage = async (deps: Deps, subscription: string): Promise<void> => {
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
  const { status } = await collectOutstanding(deps, { ...terms, ecosystem }, what, key)
  if (status === 'processing') throw new Error(`The bank still thinks about the settlement ${key}.`)
  // Nobody is there to answer a bank or to change the card: it stays open, and is paid before they return to another plan.
  const isOver = status === 'paid' || (await rollbackCollection(deps, ecosystem, key))
  if (!isOver) await chargeLastUsage(deps, subscription)
}
