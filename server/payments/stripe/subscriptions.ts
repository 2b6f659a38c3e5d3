import type Stripe from 'stripe'
import type { Currency } from '#contract/money'
import type {
  InvoiceLineState,
  InvoiceState,
  SubscriptionState,
  SubscriptionTerms,
  UnbilledUsage,
} from '../port.ts'
import { readArrears } from './arrears.ts'
import { isProration, linesOf } from './invoices.ts'
import { itemsFor } from './previews.ts'
import { priceKeys, productId } from './prices.ts'
import { readTerms } from './terms.ts'

/** Reads everything that we mirror of a subscription. */
export const readSubscription = async (
  stripe: Stripe,
  id: string,
  usage: UnbilledUsage[],
): Promise<SubscriptionState> => {
  const terms = await readTerms(stripe, id)
  const [nextPayment, invoiced, arrears] = await Promise.all([
    terms.live ? nextPaymentOf(stripe, terms, usage) : null,
    invoicesOf(stripe, terms),
    readArrears(stripe, terms),
  ])
  return { ...terms, nextPayment, ...invoiced, arrears }
}

/**
 * The customer's newest invoices, including those of purchases and of earlier subscriptions: one request,
 * except for long invoices.
 */
const invoicesOf = async (
  stripe: Stripe,
  terms: SubscriptionTerms,
): Promise<Pick<SubscriptionState, 'invoices' | 'owes'>> => {
  const { data } = await stripe.invoices.list({ customer: terms.customer, limit: 100 })
  const keyOf = priceKeys(stripe)
  const invoices: InvoiceState[] = []
  for (const invoice of data) {
    const lines = []
    for (const line of await linesOf(stripe, invoice)) lines.push(await lineOf(line, invoice, keyOf))
    invoices.push({ ...invoiceOf(invoice), lines })
  }
  const own = data.filter((invoice) => isOf(invoice, terms))
  return { invoices, owes: own.some((invoice) => isOwed(invoice, terms)) || isGiven(own, terms) }
}

const isOf = ({ parent }: Stripe.Invoice, { id }: SubscriptionTerms): boolean => {
  const owner = parent?.subscription_details?.subscription
  return (typeof owner === 'string' ? owner : owner?.id) === id
}

const isOwed = ({ id, status }: Stripe.Invoice, { waitingFor }: SubscriptionTerms): boolean =>
  (status === 'draft' || status === 'open') && id !== waitingFor

/** A bigger plan that was bought within the free days is paid for. */
const isGiven = (own: Stripe.Invoice[], { isFree }: SubscriptionTerms): boolean =>
  isFree && !own.some(({ amount_paid }) => amount_paid > 0)

/** Looks up only prices that are ours: a price made for a purchase has no other line. */
const lineOf = async (
  line: Stripe.InvoiceLineItem,
  { metadata }: Stripe.Invoice,
  keyOf: ReturnType<typeof priceKeys>,
): Promise<InvoiceLineState> => {
  const { price, product } = line.pricing?.price_details ?? {}
  const key = product?.startsWith(productId('')) ? await keyOf(price) : null
  const { usage } = line.metadata
  return {
    description: line.description ?? '',
    amount: line.amount,
    quantity: line.quantity ?? 1,
    prorated: isProration(line),
    period: {
      start: instantOf(line.period.start).toISOString(),
      end: instantOf(line.period.end).toISOString(),
    },
    of: key
      ? { price: key }
      : usage
        ? { usage }
        : metadata?.purchase
          ? { purchase: metadata.purchase }
          : null,
  }
}

const instantOf = (seconds: number) => new Date(seconds * 1000)
const currencyOf = (code: string) => code.toUpperCase() as Currency

/** The provider's own preview; nothing is computed here. The provider refuses when there is no upcoming invoice. */
const nextPaymentOf = async (
  stripe: Stripe,
  { id, cancelAt, periodEnd }: SubscriptionTerms,
  usage: UnbilledUsage[],
): Promise<SubscriptionState['nextPayment']> => {
  if (cancelAt) return null
  try {
    const preview = await stripe.invoices.createPreview({
      subscription: id,
      ...(usage.length && { invoice_items: itemsFor(usage) }),
    })
    return { date: periodEnd, amount: preview.amount_due }
  } catch (error) {
    if ((error as Stripe.errors.StripeError).code !== 'invoice_upcoming_none') throw error
    return null
  }
}

const invoiceOf = (invoice: Stripe.Invoice): Omit<InvoiceState, 'lines'> => ({
  id: invoice.id!,
  number: invoice.number,
  status: invoice.status ?? 'draft',
  currency: currencyOf(invoice.currency),
  total: invoice.total,
  amountPaid: invoice.amount_paid,
  // The provider counts credit as negative; the used part is its movement towards zero.
  balanceUsed: Math.max(0, (invoice.ending_balance ?? invoice.starting_balance) - invoice.starting_balance),
  reason: invoice.billing_reason,
  pdfUrl: invoice.invoice_pdf ?? null,
  at: instantOf(invoice.created),
  paidAt: invoice.status_transitions.paid_at ? instantOf(invoice.status_transitions.paid_at) : null,
})
