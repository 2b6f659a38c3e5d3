import type Stripe from 'stripe'
import { hoursBehind } from '../../billing/calendar/days.ts'
import type { CheckoutOrder, CheckoutState } from '../port.ts'
import { nullIfMissing } from './null-if-missing.ts'
import type { PriceOf } from './prices.ts'

/**
 * Opens a hosted page for a subscription; with the order's id a second call finds the first one's page. A
 * customer who was deleted pays as a new one.
 */
export const openCheckout = async (
  stripe: Stripe,
  priceOf: PriceOf,
  order: CheckoutOrder,
): Promise<{ providerId: string; url: string }> => {
  const { customer, ...anew } = order
  const known = customer && (await nullIfMissing(createSession(stripe, priceOf, order, order.id)))
  const session =
    known || (await createSession(stripe, priceOf, anew, customer ? `${order.id}/anew` : order.id))
  return { providerId: session.id, url: session.url! }
}

const createSession = async (
  stripe: Stripe,
  priceOf: PriceOf,
  order: CheckoutOrder,
  key: string,
): Promise<Stripe.Checkout.Session> => {
  const items = []
  for (const price of order.prices) items.push({ price: await priceOf(price), quantity: price.quantity })
  return stripe.checkout.sessions.create(
    {
      mode: 'subscription',
      ui_mode: 'hosted_page',
      client_reference_id: order.id,
      metadata: { checkout: order.id },
      line_items: items,
      locale: order.locale === 'en' ? 'en' : 'es-419',
      adaptive_pricing: { enabled: false },
      success_url: order.successUrl,
      cancel_url: order.cancelUrl,
      expires_at: Math.floor(order.expiresAt.getTime() / 1000),
      subscription_data: {
        metadata: { checkout: order.id },
        billing_mode: { type: 'flexible' },
        ...anchorOf(order),
      },
      ...(order.customer
        ? { customer: order.customer }
        : isAscii(order.email)
          ? { customer_email: order.email }
          : {}),
      ...(order.company ? {} : { custom_fields: [companyField(order)] }),
    },
    { idempotencyKey: key },
  )
}

/**
 * The hour (UTC) by which the 1st has begun, all year, for seller and buyer: 6:00, midnight in Mexico City, and
 * later only for buyers further west. For buyers further east the 1st has begun earlier.
 */
const firstHour = ({ at, timeZone }: CheckoutOrder): number => {
  const months = [0, 6].map((month) => new Date(Date.UTC(at.getUTCFullYear(), month, 15)))
  return Math.max(6, ...months.map((day) => Math.ceil(hoursBehind(day, timeZone))))
}

/** The billing anchor: the 1st of each month; a yearly period ends on that 1st one year later. */
const anchorOf = (order: CheckoutOrder) => {
  if (order.billingDay === 'contract-day') return {}
  const hour = firstHour(order)
  const next = new Date(order.at)
  next.setUTCHours(next.getUTCHours() - hour)
  const month = ((next.getUTCMonth() + 1) % 12) + 1
  const yearly = order.prices[0]?.interval === 'year'
  return {
    proration_behavior: 'create_prorations' as const,
    billing_cycle_anchor_config: { day_of_month: 1, ...(yearly && { month }), hour, minute: 0, second: 0 },
  }
}

/** The provider refuses accents before the @: then its page asks for an address. */
const isAscii = (email: string | undefined): email is string => /^[\x21-\x7e]+$/.test(email ?? '')

const companyField = (order: CheckoutOrder) => ({
  key: 'company',
  type: 'text' as const,
  label: { type: 'custom' as const, custom: order.locale === 'en' ? 'Company' : 'Empresa' },
  text: { maximum_length: 120 },
})

export const readCheckout = async (stripe: Stripe, providerId: string): Promise<CheckoutState> =>
  stateOf(await stripe.checkout.sessions.retrieve(providerId))

/** A session that was paid in the meantime can't be expired, so its state is returned. */
export const closeCheckout = async (stripe: Stripe, providerId: string): Promise<CheckoutState> => {
  const session = await stripe.checkout.sessions.retrieve(providerId)
  if (session.status !== 'open') return stateOf(session)
  try {
    return stateOf(await stripe.checkout.sessions.expire(providerId))
  } catch (error) {
    if ((error as Stripe.errors.StripeError).type !== 'StripeInvalidRequestError') throw error
    return readCheckout(stripe, providerId)
  }
}

const stateOf = (session: Stripe.Checkout.Session): CheckoutState => {
  const company = session.custom_fields?.find((field) => field.key === 'company')?.text?.value
  return {
    id: session.client_reference_id,
    status: statusOf(session),
    customer: idOf(session.customer),
    subscription: idOf(session.subscription),
    email: session.customer_details?.email ?? session.customer_email,
    company: company?.trim() || session.customer_details?.name || null,
  }
}

const statusOf = ({ status, payment_status }: Stripe.Checkout.Session): CheckoutState['status'] => {
  if (status === 'complete') return payment_status === 'unpaid' ? 'processing' : 'paid'
  return status === 'expired' ? 'expired' : 'open'
}

const idOf = (reference: string | { id: string } | null): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null)
