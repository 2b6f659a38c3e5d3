import type Stripe from 'stripe'
import type { CheckoutOrder, CheckoutState } from '../port.ts'
import { nullIfMissing } from './null-if-missing.ts'
import type { PriceOf } from './prices.ts'
import { freeUntil } from './terms.ts'

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
      expires_at: secondsOf(order.expiresAt),
      subscription_data: {
        metadata: { checkout: order.id, ...freeDays(order) },
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
 * The billing anchor: the 1st of each month; a yearly period ends on that 1st one year later. Days that cost too little to
 * be charged are free, because the provider refuses such a page. Their end is a moment and not a day of the month: a buyer
 * who pays after it is charged a whole period, and gets no other free month.
 */
const anchorOf = ({ firstPeriod, prices }: CheckoutOrder) => {
  if (!firstPeriod) return {}
  const { anchor, isFree } = firstPeriod
  if (isFree) return { proration_behavior: 'none' as const, billing_cycle_anchor: secondsOf(anchor) }
  const yearly = prices[0]?.interval === 'year'
  return {
    proration_behavior: 'create_prorations' as const,
    billing_cycle_anchor_config: {
      day_of_month: 1,
      ...(yearly && { month: anchor.getUTCMonth() + 1 }),
      hour: anchor.getUTCHours(),
      minute: 0,
      second: 0,
    },
  }
}

const freeDays = ({ firstPeriod }: CheckoutOrder) =>
  firstPeriod?.isFree ? { [freeUntil]: secondsOf(firstPeriod.anchor) } : {}

const secondsOf = (moment: Date): number => Math.floor(moment.getTime() / 1000)

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
