import type Stripe from 'stripe'
import { BillingError } from '../../base/billing-error.ts'
import type { AdoptedCard, CardSetup } from '../port.ts'
import { nullIfMissing } from './null-if-missing.ts'

/**
 * Starts to store a card for later charges; the same key again finds the same attempt. With `expectedTotal` it names
 * the invoices that saving the card pays, so that a repeated message pays no other. For a deleted customer it is a
 * `BillingError('no-subscription')`; if no invoices add up to the amount, a `price-changed`.
 */
export const setUpCard = async (
  stripe: Stripe,
  { customer, ecosystem, subscription, expectedTotal, key }: CardSetup,
): Promise<{ clientSecret: string }> => {
  const invoices = expectedTotal === undefined ? null : await invoicesOf(stripe, subscription, expectedTotal)
  const intent = await nullIfMissing(
    stripe.setupIntents.create(
      {
        customer,
        usage: 'off_session',
        allowed_payment_method_types: ['card'],
        metadata: { ecosystem, ...(invoices && { invoices: invoices.join(' ') || 'none' }) },
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
  const { card, ...setup } = newest
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
  return { ...setup, card: card.id }
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
const newestSetup = async (stripe: Stripe, customer: string): Promise<NewestSetup | null> => {
  const { data } = await stripe.setupIntents.list({
    customer,
    limit: 100,
    expand: ['data.payment_method'],
  })
  let newest: NewestSetup | null = null
  for (const { id, status, metadata, payment_method: card } of data) {
    if (status !== 'succeeded' || !metadata?.ecosystem || !card || typeof card === 'string') continue
    const isTheirs = idOf(card.customer) === customer
    if (!isTheirs || (newest && card.created <= newest.card.created)) continue
    newest = { setup: id, card, ...(metadata.invoices && { invoices: metadata.invoices.split(' ') }) }
  }
  return newest
}

type NewestSetup = Omit<AdoptedCard, 'card'> & { card: Stripe.PaymentMethod }

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
 * decline stops it. Invoices that the customer did not agree to pay are left alone.
 */
export const payDueWith = async (
  stripe: Stripe,
  subscriptionId: string,
  { setup, card, invoices }: AdoptedCard,
): Promise<void> => {
  for (const invoice of await unpaidInvoices(stripe, subscriptionId)) {
    if (invoices && !invoices.includes(invoice.id!)) continue
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

/** The oldest unpaid invoices that add up to an amount. */
const invoicesOf = async (stripe: Stripe, subscription: string | null, total: number): Promise<string[]> => {
  const found: string[] = []
  let rest = total
  for (const invoice of subscription ? await unpaidInvoices(stripe, subscription) : []) {
    if (rest <= 0) break
    rest -= invoice.amount_remaining
    found.push(invoice.id!)
  }
  if (rest !== 0) throw new BillingError('price-changed')
  return found
}

/** Oldest first, without the change that waits for its own payment: that is left to the person who requested it. */
const unpaidInvoices = async (stripe: Stripe, subscription: string): Promise<Stripe.Invoice[]> => {
  const { pending_update, latest_invoice } = await stripe.subscriptions.retrieve(subscription)
  const waiting = pending_update ? idOf(latest_invoice as string | { id: string } | null) : null
  const { data } = await stripe.invoices.list({ subscription, status: 'open', limit: 100 })
  return data.filter(({ id }) => id !== waiting).reverse()
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
