import type Stripe from 'stripe'
import { BillingError } from '../../base/billing-error.ts'
import type { AdoptedCard } from '../port.ts'
import { nullIfMissing } from './null-if-missing.ts'

/**
 * Starts to store a card for later charges; the same key again finds the same attempt. For a deleted customer
 * it is a `BillingError('no-subscription')`.
 */
export const setUpCard = async (
  stripe: Stripe,
  { customer, ecosystem, key }: { customer: string; ecosystem: string; key: string },
): Promise<{ clientSecret: string }> => {
  const intent = await nullIfMissing(
    stripe.setupIntents.create(
      {
        customer,
        usage: 'off_session',
        allowed_payment_method_types: ['card'],
        metadata: { ecosystem },
      },
      { idempotencyKey: key },
    ),
  )
  if (!intent) throw new BillingError('no-subscription')
  return { clientSecret: intent.client_secret! }
}

/**
 * Makes the card that a customer set up last the default of customer and subscription. An older card never
 * replaces a newer one, so messages may come late, twice or in any order. Null: there is none, or a newer one
 * is in use.
 */
export const setDefaultPaymentMethod = async (
  stripe: Stripe,
  customer: string,
  subscriptionId: string | null,
): Promise<AdoptedCard | null> => {
  const newest = await newestSetup(stripe, customer)
  if (!newest) return null
  const { card, setup } = newest
  const owner = await stripe.customers.retrieve(customer, {
    expand: ['invoice_settings.default_payment_method'],
  })
  if (owner.deleted) return null
  const subscription = subscriptionId && (await liveSubscription(stripe, subscriptionId, customer))
  const own = subscription ? subscription.default_payment_method : null
  const shared = owner.invoice_settings.default_payment_method
  if (isNewer(own, card) || isNewer(shared, card)) return null
  if (!isSame(shared, card))
    await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card.id } })
  if (subscription && !isSame(own, card))
    await stripe.subscriptions.update(subscription.id, { default_payment_method: card.id })
  if (subscription) await adoptForPhases(stripe, subscription.schedule, card)
  return { setup, card: card.id }
}

/** A schedule keeps the card of its start and would restore it in its next phase. */
const adoptForPhases = async (
  stripe: Stripe,
  schedule: string | Stripe.SubscriptionSchedule | null,
  card: Stripe.PaymentMethod,
): Promise<void> => {
  if (!schedule || typeof schedule === 'string') return
  if (isSame(schedule.default_settings.default_payment_method, card)) return
  await stripe.subscriptionSchedules.update(schedule.id, {
    default_settings: { default_payment_method: card.id },
  })
}

/**
 * The newest by the time at which the card was entered; within the same second, the attempt that was started
 * last.
 */
const newestSetup = async (
  stripe: Stripe,
  customer: string,
): Promise<{ setup: string; card: Stripe.PaymentMethod } | null> => {
  const { data } = await stripe.setupIntents.list({
    customer,
    limit: 100,
    expand: ['data.payment_method'],
  })
  let newest: { setup: string; card: Stripe.PaymentMethod } | null = null
  for (const { id, status, metadata, payment_method: card } of data) {
    if (status !== 'succeeded' || !metadata?.ecosystem || !card || typeof card === 'string') continue
    const isTheirs = idOf(card.customer) === customer
    if (isTheirs && (!newest || card.created > newest.card.created)) newest = { setup: id, card }
  }
  return newest
}

type Method = string | Stripe.PaymentMethod | null

const isSame = (method: Method, card: Stripe.PaymentMethod) => idOf(method) === card.id

const isNewer = (method: Method, card: Stripe.PaymentMethod) =>
  method !== null && typeof method === 'object' && method.created > card.created

const idOf = (reference: string | { id: string } | null) =>
  typeof reference === 'string' ? reference : (reference?.id ?? null)

const over = new Set(['canceled', 'incomplete_expired'])

const liveSubscription = async (stripe: Stripe, id: string, customer: string) => {
  const subscription = await stripe.subscriptions.retrieve(id, {
    expand: ['default_payment_method', 'schedule'],
  })
  return idOf(subscription.customer) === customer && !over.has(subscription.status) ? subscription : null
}

/**
 * Retries what a subscription owes with a newly set up card, oldest first, each invoice once for each card; a
 * decline stops it. A change that waits for its own payment is left to the person who requested it.
 */
export const payDueWith = async (
  stripe: Stripe,
  subscriptionId: string,
  { setup, card }: AdoptedCard,
): Promise<void> => {
  const { pending_update, latest_invoice } = await stripe.subscriptions.retrieve(subscriptionId)
  const waiting = pending_update ? idOf(latest_invoice as string | { id: string } | null) : null
  const { data } = await stripe.invoices.list({ subscription: subscriptionId, status: 'open', limit: 100 })
  for (const invoice of data.reverse()) {
    if (invoice.id === waiting) continue
    const isPaid = await tried(
      stripe.invoices.pay(
        invoice.id!,
        { payment_method: card, off_session: true },
        { idempotencyKey: `card/${setup}/${invoice.id}` },
      ),
    )
    if (!isPaid) return
  }
}

/** False: the bank declined. An invoice that was paid or closed in the meantime needs nothing more. */
const tried = async (call: Promise<unknown>): Promise<boolean> => {
  try {
    await call
    return true
  } catch (error) {
    const { type } = error as Stripe.errors.StripeError
    if (type === 'StripeCardError') return false
    if (type === 'StripeInvalidRequestError') return true
    throw error
  }
}
