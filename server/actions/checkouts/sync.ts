import { oneLine } from '#contract/text'
import {
  type CheckoutRow,
  checkoutById,
  lockCheckout,
  moveCheckout,
  openTwins,
  setCheckoutPaid,
} from '../../db/checkouts/checkouts.ts'
import type { Db } from '../../db/connection/open.ts'
import { writeCustomer } from '../../db/ecosystems/customers.ts'
import { insertEcosystem, lockEcosystem, updateEcosystem } from '../../db/ecosystems/ecosystems.ts'
import {
  beginReading,
  type Reading,
  subscriptionById,
  writeSubscription,
} from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import type { CheckoutState, SubscriptionState } from '../../payments/port.ts'
import { takenNames } from '../ecosystems/identity-group.ts'
import { mayStart, triedBefore } from './resolve-ecosystem.ts'

/**
 * Reads a checkout's status from the provider and brings ours to the same state. May run any number of times.
 */
export const syncCheckout = async (deps: Deps, id: string): Promise<void> => {
  const checkout = await checkoutById(deps.db, id)
  if (!checkout?.providerId || checkout.status === 'complete') return
  const state = await deps.payments.checkout(checkout.providerId)
  if (state.status === 'expired') return moveCheckout(deps.db, id, 'open', 'expired')
  if (state.status === 'processing') return moveCheckout(deps.db, id, 'open', 'pending')
  if (state.status === 'open' || !state.subscription) return

  const reading = await beginReading(deps.db, deps.clock.now())
  const subscription = await deps.payments.subscription(state.subscription)
  const owner = checkout.ecosystem ?? (await triedBefore(deps, checkout))?.id ?? null
  const taken = owner ? new Set<string>() : await takenNames(deps, companyOf(checkout, state))
  const held = await deps.db.transaction((tx) =>
    fulfil(deps, tx, checkout, { state, subscription, reading, taken, owner }),
  )
  // Another message created the ecosystem in the meantime, or another payment activated it: tries again while
  // holding its lock.
  if (!held) return syncCheckout(deps, id)
  deps.jobs.wake()
  await closeTwins(deps, checkout)
}

/**
 * Closes other payment pages that the same person has open for the same purchase, for example in another
 * browser, so that they can't be paid as well.
 */
const closeTwins = async (deps: Deps, checkout: CheckoutRow): Promise<void> => {
  for (const { id, providerId } of await openTwins(deps.db, checkout)) {
    const { status } = await deps.payments.closeCheckout(providerId!)
    if (status === 'expired') await moveCheckout(deps.db, id, 'open', 'expired')
  }
}

/**
 * The provider's data of a payment, the ecosystem that it is for, and the ids that a new ecosystem can't have.
 */
interface Paid {
  state: CheckoutState
  subscription: SubscriptionState
  reading: Reading
  taken: ReadonlySet<string>
  owner: string | null
}

/**
 * Fulfils a confirmed payment: creates the ecosystem, records what it bought, and queues its provisioning.
 * False when the checkout's ecosystem has changed since it was read; nothing is written then.
 */
const fulfil = async (
  deps: Deps,
  tx: Db,
  { id, ecosystem: recorded }: CheckoutRow,
  { state, subscription, reading, taken, owner }: Paid,
): Promise<boolean> => {
  // Locks in the same order as provisioning does; the opposite order would deadlock.
  const locked = owner && (await lockEcosystem(tx, owner))
  const checkout = await lockCheckout(tx, id)
  if (!checkout || checkout.status === 'complete') return true
  if (checkout.ecosystem !== recorded) return false
  if (locked && !recorded && !mayStart(locked, deps.clock.now())) return false
  const ecosystem = owner ?? (await newEcosystem(tx, checkout, state, { now: deps.clock.now(), taken }))
  // A customer that was deleted at the provider has paid as a new customer.
  const { currency } = checkout
  await writeCustomer(tx, { ecosystem, currency, providerId: subscription.customer })
  const known = await subscriptionById(tx, subscription.id)
  await writeSubscription(tx, ecosystem, subscription, reading)
  // This read answers the messages before it, but it mirrors neither the customer's credit nor what follows from it.
  await deps.jobs.send(tx, 'sync-subscription', { subscription: subscription.id })
  if (!known) await begin(tx, ecosystem, checkout)
  await setCheckoutPaid(tx, id, ecosystem)
  await deps.jobs.send(tx, 'provision-ecosystem', { ecosystem })
  return true
}

/**
 * The ecosystem uses the version that was bought from now on. Its trial is over, and an announced deletion of
 * its data is called off.
 */
const begin = (tx: Db, ecosystem: string, { version, currency }: CheckoutRow): Promise<void> =>
  updateEcosystem(tx, ecosystem, {
    version,
    currency,
    status: 'pending',
    trialEndsAt: null,
    suspendsAt: null,
    deletesAt: null,
  })

const emailOf = (checkout: CheckoutRow, state: CheckoutState): string => state.email ?? checkout.email ?? ''

/** The provider's page takes any name, also one that cannot be seen. */
const companyOf = (checkout: CheckoutRow, state: CheckoutState): string =>
  checkout.company ?? (oneLine(state.company ?? '') || (emailOf(checkout, state).split('@')[0] ?? ''))

const newEcosystem = async (
  tx: Db,
  checkout: CheckoutRow,
  state: CheckoutState,
  { now, taken }: { now: Date; taken: ReadonlySet<string> },
): Promise<string> => {
  const given = {
    catalogue: checkout.catalogue,
    company: companyOf(checkout, state),
    email: emailOf(checkout, state),
    locale: checkout.locale,
    timeZone: checkout.timeZone,
    currency: checkout.currency,
    status: 'pending' as const,
    version: checkout.version,
    createdAt: now,
  }
  return (await insertEcosystem(tx, given, taken)).id
}
