import type Stripe from 'stripe'
import type { ChangeOutcome, ImmediateCharge, PreparedCharge } from '../port.ts'

/** The status of a payment intent. */
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
 * Prepares a charge of the saved card without an invoice, so that the customer's credit stays as it is. No
 * money moves yet. The same key again finds the same charge.
 */
export const prepareCharge = async (
  stripe: Stripe,
  { customer, subscription, amount, currency, description, key, metadata }: ImmediateCharge,
): Promise<PreparedCharge> => {
  const method = await methodOf(stripe, subscription, customer)
  if (!method) return { refused: 'no-payment-method' }
  try {
    const { id } = await stripe.paymentIntents.create(
      {
        customer,
        amount,
        currency: currency.toLowerCase(),
        payment_method: method,
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        description,
        metadata,
      },
      { idempotencyKey: `${key}/${method}` },
    )
    return { id }
  } catch (error) {
    const refused = refusalOf(error as Stripe.errors.StripeError)
    if (!refused) throw error
    return { refused }
  }
}

/**
 * Why a charge is not even started: the card is refused at once, or the amount is below the account's own
 * minimum.
 */
const refusalOf = ({ type, code, decline_code }: Stripe.errors.StripeError): string | null => {
  if (code === 'amount_too_small') return 'amount-too-small'
  // The SDK returns a missing reason as an empty string.
  return type === 'StripeCardError' ? decline_code || code || 'card_declined' : null
}

/** Confirms a prepared charge, with the card holder present; one that is processing or done is only read. */
export const confirmCharge = async (
  stripe: Stripe,
  id: string,
): Promise<ChangeOutcome & { receiptUrl: string | null }> => {
  const before = await stripe.paymentIntents.retrieve(id)
  if (before.status === 'requires_confirmation')
    await unlessRefused(stripe.paymentIntents.confirm(id, {}, { idempotencyKey: `confirm/${id}` }))
  const intent = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })
  const charge = intent.latest_charge as Stripe.Charge | null
  return { ...outcomeOf(intent), receiptUrl: charge?.receipt_url ?? null }
}

/** The intent itself has the reason of a declined card. */
const unlessRefused = async (call: Promise<unknown>): Promise<void> => {
  try {
    await call
  } catch (error) {
    if ((error as Stripe.errors.StripeError).type !== 'StripeCardError') throw error
  }
}

/**
 * Cancels a charge for good, so that a late answer of the bank can't move its money; false: it was paid in the
 * meantime, or its bank is still processing it.
 */
export const cancelCharge = async (stripe: Stripe, id: string): Promise<boolean> => {
  const intent = await stripe.paymentIntents.retrieve(id)
  if (intent.status === 'canceled') return true
  if (intent.status === 'succeeded') return false
  try {
    await stripe.paymentIntents.cancel(id, {}, { idempotencyKey: `cancel/${id}` })
    return true
  } catch (error) {
    if ((error as Stripe.errors.StripeError).type !== 'StripeInvalidRequestError') throw error
    return (await stripe.paymentIntents.retrieve(id)).status === 'canceled'
  }
}

/** The subscription's card, or else the customer's; a deleted customer has none. */
const methodOf = async (stripe: Stripe, subscription: string, customer: string): Promise<string | null> => {
  const [{ default_payment_method: own }, owner] = await Promise.all([
    stripe.subscriptions.retrieve(subscription),
    stripe.customers.retrieve(customer),
  ])
  if (owner.deleted) return null
  const method = own ?? owner.invoice_settings.default_payment_method
  return typeof method === 'string' ? method : (method?.id ?? null)
}
