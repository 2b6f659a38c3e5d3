import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { collectOutstanding, nothingMore, rollbackCollection } from './collect-outstanding.ts'

/**
 * Ends a settlement that no client came back for: cancels it, so that its services wait for their invoice
 * again, or records it when the bank approved it after all. A settlement that has ended is left alone.
 */
export const resumeCollection = (
  deps: Deps,
  { ecosystem, settlement }: { ecosystem: string; settlement: string },
): Promise<void> => withEcosystemLock(deps, ecosystem, () => completeCollection(deps, ecosystem, settlement))

/** The same for a caller that holds the ecosystem's lock already. */
export const completeCollection = async (
  deps: Deps,
  ecosystem: string,
  settlement: string,
): Promise<void> => {
  if (await rollbackCollection(deps, ecosystem, settlement)) return
  const { providerId } = (await subscriptionOf(deps.db, ecosystem))!
  const payer = { ...(await deps.payments.terms(providerId)), ecosystem }
  const what = { invoices: [], usageUntil: nothingMore }
  const { status } = await collectOutstanding(deps, payer, what, settlement)
  if (status !== 'paid') throw new Error(`The bank still thinks about the settlement ${settlement}.`)
}
