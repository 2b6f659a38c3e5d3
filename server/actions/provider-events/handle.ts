import { reasonOf } from '../../base/reason-of.ts'
import { checkoutOfSession } from '../../db/checkouts/checkouts.ts'
import { purchaseOfSession } from '../../db/encounters/purchases.ts'
import {
  eventById,
  type StoredEvent,
  setEventFailure,
  setEventHandled,
} from '../../db/provider-events/events.ts'
import {
  ecosystemOfCustomer,
  subscriptionOf,
  subscriptionPaidWith,
} from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { syncCheckout } from '../checkouts/sync.ts'
import { chargeLastUsage } from '../collections/charge-last-usage.ts'
import { syncPurchase } from '../encounters/sync-purchase.ts'
import { setDefaultPaymentMethod } from '../payment-methods/set-default.ts'
import { syncSubscription } from '../subscriptions/sync.ts'
import { billRenewals } from '../usage/bill.ts'

/**
 * Handles a stored event by reading its object from the provider again, because the event's own content may be
 * old, late or out of order. Event types that need no action are marked as handled. A failure is stored with
 * the event until a retry succeeds.
 */
export const handleEvent = async (deps: Deps, id: string): Promise<void> => {
  const event = await eventById(deps.db, id)
  if (!event || event.handledAt) return
  try {
    await act(deps, event)
  } catch (error) {
    await setEventFailure(deps.db, id, reasonOf(error))
    throw error
  }
  await setEventHandled(deps.db, id, deps.clock.now())
}

const act = async (deps: Deps, event: StoredEvent): Promise<void> => {
  const { object } = (event.payload as { data: { object: EventObject } }).data
  if (event.type.startsWith('checkout.session.')) await checkoutMoved(deps, object.id)
  else if (event.type.startsWith('payment_intent.') && object.metadata?.purchase)
    await syncPurchase(deps, object.metadata.purchase)
  else if (event.type === 'setup_intent.succeeded') await setDefaultPaymentMethod(deps, object.customer)
  else {
    const subscription = await subscriptionIn(deps, object)
    if (subscription && (await isOurs(deps, object))) await subscriptionMoved(deps, event, subscription)
  }
}

const subscriptionMoved = async (deps: Deps, { type, arrival }: StoredEvent, subscription: string) => {
  if (type === 'invoice.created') {
    await billRenewals(deps, subscription)
    await syncSubscription(deps, subscription)
  } else await syncSubscription(deps, subscription, { unlessReadSince: arrival })
  if (type === 'customer.subscription.deleted') await chargeLastUsage(deps, subscription)
}

interface EventObject {
  object: string
  id: string
  customer?: string | null
  metadata?: Record<string, string> | null
  /** Set for a schedule. */
  subscription?: string | null
  released_subscription?: string | null
  parent?: { subscription_details?: { subscription?: string | { id: string } } | null } | null
}

const checkoutMoved = async (deps: Deps, providerId: string) => {
  const checkout = await checkoutOfSession(deps.db, providerId)
  if (checkout) return syncCheckout(deps, checkout.id)
  const purchase = await purchaseOfSession(deps.db, providerId)
  if (purchase) await syncPurchase(deps, purchase.id)
}

/** The provider's account may serve other products too. The owner of a customer never changes. */
const isOurs = async (deps: Deps, { customer }: EventObject): Promise<boolean> =>
  !customer || (await ecosystemOfCustomer(deps.db, customer)) !== null

/** The subscription that a message is about; null for messages about something else. */
const subscriptionIn = async (deps: Deps, object: EventObject): Promise<string | null> => {
  if (object.object === 'subscription') return object.id
  if (object.object === 'customer') return subscriptionOfCustomer(deps, object.id)
  // A removed payment method belongs to no customer any more.
  if (object.object === 'payment_method') return subscriptionPaidWith(deps.db, object.id)
  if (object.object === 'subscription_schedule')
    return object.subscription ?? object.released_subscription ?? null
  // Services that were charged at once: the work that waited for their payment is resumed.
  if (object.object === 'payment_intent' && object.metadata?.settlement && object.customer)
    return subscriptionOfCustomer(deps, object.customer)
  if (object.object !== 'invoice') return null
  const reference = object.parent?.subscription_details?.subscription
  if (reference) return typeof reference === 'string' ? reference : reference.id
  // A one-time purchase has no subscription, but its invoice is mirrored with the customer's other ones.
  return object.customer ? subscriptionOfCustomer(deps, object.customer) : null
}

/** A customer's credit may change without an invoice, so it is read again. */
const subscriptionOfCustomer = async (deps: Deps, customer: string): Promise<string | null> => {
  const ecosystem = await ecosystemOfCustomer(deps.db, customer)
  return ecosystem ? ((await subscriptionOf(deps.db, ecosystem))?.providerId ?? null) : null
}
