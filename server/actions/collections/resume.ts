import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { collectOutstanding, nothingMore, rollbackCollection } from './collect-outstanding.ts'

/**
 * Brings a settlement to its end that nobody came back for: given up, and its services wait for their invoice again; or
 * written down, when the bank said yes after all. Nothing happens to one that has ended.
 */
export const resumeCollection = (
  deps: Deps,
  { ecosystem, settlement }: { ecosystem: string; settlement: string },
): Promise<void> => withEcosystemLock(deps, ecosystem, () => completeCollection(deps, ecosystem, settlement))

/** The same for who holds the ecosystem already. */
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
