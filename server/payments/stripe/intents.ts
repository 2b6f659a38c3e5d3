import type Stripe from 'stripe'
import type { ChangeOutcome, ImmediateCharge } from '../port.ts'

/** How the payment by an intent stands. */
export const outcomeOfIntent = async (stripe: Stripe, id: string): Promise<ChangeOutcome> =>
  outcomeOf(await stripe.paymentIntents.retrieve(id))

const outcomeOf = (intent: Stripe.PaymentIntent): ChangeOutcome => {
  if (intent.status === 'succeeded') return { status: 'paid' }
  if (intent.status === 'requires_action')
    return { status: 'requires-action', clientSecret: intent.client_secret! }
  if (intent.status === 'processing') return { status: 'processing' }
  const error = intent.last_payment_error
  return { status: 'declined', reason: error?.decline_code ?? error?.code ?? null }
}

/**
 * Charges the saved card at once, its holder being there, without an invoice: the customer's credit is not touched. The
 * same key again finds how the first try ended.
 */
export const chargeNow = async (
  stripe: Stripe,
  { customer, subscription, amount, currency, description, key, metadata }: ImmediateCharge,
): Promise<ChangeOutcome & { charge: string | null; receiptUrl: string | null }> => {
  const method = await methodOf(stripe, subscription, customer)
  if (!method) return { status: 'declined', reason: 'no-payment-method', charge: null, receiptUrl: null }
  const id = await intentFor(
    stripe.paymentIntents.create(
      {
        customer,
        amount,
        currency: currency.toLowerCase(),
        payment_method: method,
        confirm: true,
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        description,
        metadata,
      },
      { idempotencyKey: key },
    ),
  )
  const intent = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })
  const charge = intent.latest_charge as Stripe.Charge | null
  return { ...outcomeOf(intent), charge: id, receiptUrl: charge?.receipt_url ?? null }
}

/** A declined card answers with an error that carries the intent. */
const intentFor = async (call: Promise<Stripe.PaymentIntent>): Promise<string> => {
  try {
    return (await call).id
  } catch (error) {
    const intent = (error as Stripe.errors.StripeError).payment_intent
    if (!intent) throw error
    return intent.id
  }
}

/** The card of the subscription, else the customer's. */
const methodOf = async (stripe: Stripe, subscription: string, customer: string): Promise<string | null> => {
  const { default_payment_method: own } = await stripe.subscriptions.retrieve(subscription)
  if (own) return typeof own === 'string' ? own : own.id
  const owner = await stripe.customers.retrieve(customer)
  const method = owner.deleted ? null : owner.invoice_settings.default_payment_method
  return typeof method === 'string' ? method : (method?.id ?? null)
}
