import { BillingError } from '../../base/billing-error.ts'
import { isPlan, parsePriceKey } from '../../billing/catalogue/prices.ts'
import type { CatalogueSnapshot, PlanVersionSnapshot } from '../../billing/catalogue/snapshot.ts'
import { offeredVersion, offerOf } from '../../db/catalogue/snapshots.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { usersOf } from '../../db/ecosystems/users.ts'
import { customerOfSubscription, subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import type { PendingItem, SubscriptionTerms } from '../../payments/port.ts'
import { type Outstanding, outstandingOf } from '../collections/collect-outstanding.ts'
import { isRunning } from '../subscriptions/require-active.ts'

/** Everything that the price of a change depends on. */
export interface PlanChangeContext {
  terms: SubscriptionTerms
  /** What the catalogue sells today. */
  offer: CatalogueSnapshot
  /** The version that was sold. */
  plan: PlanVersionSnapshot
  users: number
  /** What waits at the provider for the next invoice. */
  pending: PendingItem[]
  outstanding: Outstanding
  /** Services recorded up to this moment are counted. */
  until: Date
  /** Draft invoices of renewals that are being prepared. */
  drafts: string[]
}

/**
 * Reads the provider and the store in parallel, so that the provider's answers alone take time. Services are
 * counted up to `until`. Without a live subscription it is a `no-subscription`.
 */
export const planChangeContext = async (
  deps: Deps,
  ecosystem: Ecosystem,
  until: Date,
): Promise<PlanChangeContext> => {
  const { db, core, payments, clock } = deps
  const known = await subscriptionOf(db, ecosystem.id)
  if (!known?.live) throw new BillingError('no-subscription')
  const id = known.providerId
  const [terms, drafts, pending, outstanding, offer, expected, users] = await Promise.all([
    payments.terms(id),
    payments.draftInvoices(id),
    customerOfSubscription(db, known).then((customer) => payments.pendingItems(customer, id)),
    outstandingOf(deps, ecosystem.id, known, until),
    offerOf(db, ecosystem.catalogue, clock.now()),
    offeredVersion(db, known.version),
    usersOf(core, ecosystem.id),
  ])
  if (!isRunning(terms)) throw new BillingError('no-subscription')
  return {
    terms,
    drafts,
    until,
    pending,
    users,
    offer: offer!,
    plan: await planOf(deps, terms, expected),
    outstanding: withoutWaiting(outstanding, terms),
  }
}

/** The provider may have a change that the store does not know yet. */
const planOf = async ({ db }: Deps, terms: SubscriptionTerms, expected: PlanVersionSnapshot | null) => {
  const base = terms.items.find(({ key }) => isPlan(key))
  const version = base && parsePriceKey(base.key).versionId
  const plan = version === expected?.versionId ? expected : version && (await offeredVersion(db, version))
  if (!plan) throw new Error(`Subscription ${terms.id} has no plan of ours.`)
  return plan
}

/**
 * Leaves out the invoice of a change that waits for its payment: it is no debt, because the change may be
 * rolled back.
 */
const withoutWaiting = (
  { invoices, ...usage }: Outstanding,
  { waitingFor }: SubscriptionTerms,
): Outstanding => ({
  invoices: invoices.filter(({ id }) => id !== waitingFor),
  ...usage,
})
