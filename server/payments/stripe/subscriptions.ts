import type Stripe from 'stripe'
import type { PaymentMethod } from '#contract/billing'
import type { Currency, Interval } from '#contract/money'
import type { InvoiceState, SubscriptionState } from '../port.ts'

const ended = new Set(['canceled', 'incomplete_expired', 'incomplete'])

/** Everything that we mirror of a subscription, read afresh. */
export const readSubscription = async (stripe: Stripe, id: string): Promise<SubscriptionState> => {
  const subscription = await stripe.subscriptions.retrieve(id, { expand: ['default_payment_method'] })
  const invoices = await stripe.invoices.list({ subscription: id, limit: 24 })
  const [first] = subscription.items.data
  if (!first) throw new Error(`Subscription ${id} has no items.`)
  const live = !ended.has(subscription.status)
  return {
    id,
    status: subscription.status,
    live,
    customer: typeof subscription.customer === 'string' ? subscription.customer : subscription.customer.id,
    items: subscription.items.data.map((item) => ({
      key: item.price.metadata.key ?? item.price.lookup_key ?? '',
      quantity: item.quantity ?? 1,
    })),
    currency: currencyOf(subscription.currency),
    interval: first.price.recurring!.interval as Interval,
    periodStart: instantOf(first.current_period_start),
    periodEnd: instantOf(first.current_period_end),
    cancelAt: cancelAtOf(subscription, first),
    nextPayment: live ? await nextPaymentOf(stripe, subscription, first) : null,
    paymentMethod: cardOf(subscription.default_payment_method),
    invoices: invoices.data.map(invoiceOf),
  }
}

const instantOf = (seconds: number) => new Date(seconds * 1000)
const currencyOf = (code: string) => code.toUpperCase() as Currency

/** Both ways in which a cancellation is written count. */
const cancelAtOf = (subscription: Stripe.Subscription, item: Stripe.SubscriptionItem): Date | null => {
  if (subscription.cancel_at) return instantOf(subscription.cancel_at)
  return subscription.cancel_at_period_end ? instantOf(item.current_period_end) : null
}

/** The provider's own preview; nothing is computed here. It refuses when nothing is upcoming. */
const nextPaymentOf = async (
  stripe: Stripe,
  subscription: Stripe.Subscription,
  item: Stripe.SubscriptionItem,
): Promise<SubscriptionState['nextPayment']> => {
  if (cancelAtOf(subscription, item)) return null
  try {
    const preview = await stripe.invoices.createPreview({ subscription: subscription.id })
    return { date: instantOf(item.current_period_end), amount: preview.amount_due }
  } catch (error) {
    if ((error as Stripe.errors.StripeError).code !== 'invoice_upcoming_none') throw error
    return null
  }
}

const cardOf = (method: Stripe.Subscription['default_payment_method']): PaymentMethod | null => {
  const card = method && typeof method === 'object' ? method.card : null
  return card
    ? { brand: card.brand, last4: card.last4, expiresMonth: card.exp_month, expiresYear: card.exp_year }
    : null
}

const invoiceOf = (invoice: Stripe.Invoice): InvoiceState => ({
  id: invoice.id!,
  number: invoice.number,
  status: invoice.status ?? 'draft',
  currency: currencyOf(invoice.currency),
  total: invoice.total,
  amountPaid: invoice.amount_paid,
  // The provider counts credit negative; what it paid is how far it moved towards zero.
  balanceUsed: Math.max(0, (invoice.ending_balance ?? invoice.starting_balance) - invoice.starting_balance),
  lines: invoice.lines.data.map((line) => ({ description: line.description ?? '', amount: line.amount })),
  pdfUrl: invoice.invoice_pdf ?? null,
  at: instantOf(invoice.created),
  paidAt: invoice.status_transitions.paid_at ? instantOf(invoice.status_transitions.paid_at) : null,
})
