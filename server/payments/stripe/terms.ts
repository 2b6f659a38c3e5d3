import type Stripe from 'stripe'
import type { PaymentMethod } from '#contract/billing'
import type { Currency, Interval } from '#contract/money'
import { isPlan } from '../../billing/catalogue/prices.ts'
import type { DiscountState, SubscriptionTerms } from '../port.ts'
import { readSchedule } from './schedules.ts'

/** The name under which a subscription keeps the end of its free days, in seconds. */
export const freeUntil = 'free_until'

const ended = new Set(['canceled', 'incomplete_expired', 'incomplete'])

/** A subscription's items, scheduled changes, customer and payment method, in one request. */
export const readTerms = async (stripe: Stripe, id: string): Promise<SubscriptionTerms> => {
  const subscription = await stripe.subscriptions.retrieve(id, {
    expand: [
      'default_payment_method',
      'schedule',
      'customer.invoice_settings.default_payment_method',
      'discounts.source.coupon',
      'customer.discount.source.coupon',
    ],
  })
  const { data: items } = subscription.items
  // An operator may have added other items at the provider.
  const first = items.find((item) => isPlan(keyOf(item))) ?? items[0]
  if (!first) throw new Error(`Subscription ${id} has no items.`)
  const customer = subscription.customer as Stripe.Customer
  const method =
    subscription.default_payment_method ?? customer.invoice_settings?.default_payment_method ?? null
  return {
    id,
    status: subscription.status,
    live: !ended.has(subscription.status),
    customer: customer.id,
    // The provider writes credit as a negative amount.
    balance: -(customer.balance ?? 0),
    discounts: discountsOf(subscription, customer),
    items: items.map((item) => ({
      id: item.id,
      key: keyOf(item),
      quantity: item.quantity ?? 1,
    })),
    schedule: subscription.schedule
      ? await readSchedule(stripe, subscription.schedule as Stripe.SubscriptionSchedule)
      : null,
    waitingFor: subscription.pending_update ? idOf(subscription.latest_invoice) : null,
    currency: subscription.currency.toUpperCase() as Currency,
    interval: first.price.recurring!.interval as Interval,
    periodStart: instantOf(first.current_period_start),
    periodEnd: instantOf(first.current_period_end),
    isFree: first.current_period_end <= Number(subscription.metadata[freeUntil] ?? 0),
    cancelAt: cancelAtOf(subscription, first),
    methodId: idOf(method),
    paymentMethod: cardOf(method),
  }
}

const idOf = (reference: string | { id?: string } | null) =>
  typeof reference === 'string' ? reference : (reference?.id ?? null)

const keyOf = ({ price }: Stripe.SubscriptionItem) => price.metadata.key ?? price.lookup_key ?? ''

/** The subscription's own discounts, or else those that its customer passes on to it. */
const discountsOf = ({ discounts }: Stripe.Subscription, customer: Stripe.Customer): DiscountState[] =>
  (discounts.length ? discounts : customer.discount ? [customer.discount] : []).flatMap((discount) =>
    typeof discount === 'string' ? [] : [discountOf(discount)],
  )

const discountOf = ({ id, end, source }: Stripe.Discount): DiscountState => ({
  id,
  once: (source.coupon as Stripe.Coupon | null)?.duration === 'once',
  end: end ? instantOf(end) : null,
})

const instantOf = (seconds: number) => new Date(seconds * 1000)

/** Both ways to store a cancellation count; for a subscription that has ended, its actual end. */
const cancelAtOf = (subscription: Stripe.Subscription, item: Stripe.SubscriptionItem): Date | null => {
  if (subscription.ended_at) return instantOf(subscription.ended_at)
  if (subscription.cancel_at) return instantOf(subscription.cancel_at)
  return subscription.cancel_at_period_end ? instantOf(item.current_period_end) : null
}

const cardOf = (method: string | Stripe.PaymentMethod | null): PaymentMethod | null => {
  const card = method && typeof method === 'object' ? method.card : null
  return card
    ? { brand: card.brand, last4: card.last4, expiresMonth: card.exp_month, expiresYear: card.exp_year }
    : null
}
