import type Stripe from 'stripe'
import { BillingError } from '../../base/billing-error.ts'
import type { PurchaseOrder, PurchaseState } from '../port.ts'
import { nullIfMissing } from './null-if-missing.ts'

/**
 * Opens a session that is paid at once in the customer's page. Its invoice is created after the payment, so
 * that the customer's balance never pays it. With the order's id a second call finds the first one's session.
 * For a deleted customer it is a `BillingError('no-subscription')`.
 */
export const openPurchase = async (
  stripe: Stripe,
  order: PurchaseOrder,
): Promise<{ providerId: string; clientSecret: string }> => {
  const metadata = { purchase: order.id, ecosystem: order.ecosystem }
  const session = await nullIfMissing(
    stripe.checkout.sessions.create(
      {
        mode: 'payment',
        ui_mode: 'elements',
        client_reference_id: order.id,
        metadata,
        customer: order.customer,
        line_items: [{ price_data: priceOf(order), quantity: order.quantity }],
        invoice_creation: { enabled: true, invoice_data: { metadata } },
        payment_intent_data: { metadata },
        // Payment methods without a redirect and without a delayed result.
        allowed_payment_method_types: ['card'],
        saved_payment_method_options: {
          allow_redisplay_filters: ['always', 'limited', 'unspecified'],
          payment_method_save: 'enabled',
        },
        adaptive_pricing: { enabled: false },
        locale: order.locale === 'en' ? 'en' : 'es-419',
        expires_at: Math.floor(order.expiresAt.getTime() / 1000),
      },
      { idempotencyKey: order.id },
    ),
  )
  if (!session) throw new BillingError('no-subscription')
  return { providerId: session.id, clientSecret: session.client_secret! }
}

const priceOf = ({ name, unit, currency }: PurchaseOrder) => ({
  currency: currency.toLowerCase(),
  unit_amount: unit,
  product_data: { name },
})

export const readPurchase = async (stripe: Stripe, providerId: string): Promise<PurchaseState> => {
  const session = await stripe.checkout.sessions.retrieve(providerId, { expand: ['payment_intent'] })
  const intent = session.payment_intent as Stripe.PaymentIntent | null
  const error = intent?.last_payment_error
  return {
    status: statusOf(session, intent),
    failure: error ? (error.decline_code ?? error.code ?? 'card_declined') : null,
  }
}

/** A session that was paid in the meantime can't be expired, so its state is returned. */
export const closePurchase = async (stripe: Stripe, providerId: string): Promise<PurchaseState> => {
  await stripe.checkout.sessions.expire(providerId).catch((error: Stripe.errors.StripeError) => {
    if (error.type !== 'StripeInvalidRequestError') throw error
  })
  return readPurchase(stripe, providerId)
}

const statusOf = (
  { status, payment_status }: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent | null,
): PurchaseState['status'] => {
  if (status === 'expired') return 'expired'
  if (status !== 'complete') return 'open'
  if (payment_status !== 'unpaid') return 'paid'
  return intent?.status === 'requires_payment_method' || intent?.status === 'canceled'
    ? 'failed'
    : 'processing'
}
