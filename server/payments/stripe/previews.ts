import type Stripe from 'stripe'
import type {
  ChangePreview,
  NextInvoice,
  NextInvoicePreview,
  SubscriptionChange,
  UnbilledUsage,
} from '../port.ts'
import { itemsOf, seconds } from './changes.ts'
import { invoiceItemOf, isProration, linesOf } from './invoices.ts'
import type { PriceOf } from './prices.ts'
import { priceKeys } from './prices.ts'
import { throwIfCanceled } from './throw-if-canceled.ts'

type Prices = PriceOf & { afresh: PriceOf }

/**
 * What a change would charge if it were made at its second; after the subscription ended it is a
 * `BillingError('subscription-ended')`.
 */
export const previewChange = async (
  stripe: Stripe,
  prices: Prices,
  change: SubscriptionChange,
  usage: UnbilledUsage[],
): Promise<ChangePreview> => {
  const preview = await withPrices(stripe, prices, change.subscription, (priceOf) =>
    previewOf(stripe, priceOf, change, usage),
  )
  const keyOf = priceKeys(stripe)
  const lines = []
  for (const line of await linesOf(stripe, preview))
    lines.push({
      description: line.description ?? '',
      amount: line.amount,
      quantity: line.quantity ?? 1,
      key: await keyOf(line.pricing?.price_details?.price),
      invoiceItem: invoiceItemOf(line),
      prorated: isProration(line),
      tax: addedTax(line.taxes),
      start: new Date(line.period.start * 1000),
      end: new Date(line.period.end * 1000),
    })
  return {
    lines,
    discount: (preview.total_discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0),
    tax: addedTax(preview.total_taxes),
    total: preview.total,
    // The provider writes credit as a negative amount.
    balanceBefore: -preview.starting_balance,
    amountDue: preview.amount_due,
  }
}

const previewOf = async (
  stripe: Stripe,
  priceOf: PriceOf,
  change: SubscriptionChange,
  usage: UnbilledUsage[],
) =>
  stripe.invoices.createPreview({
    subscription: change.subscription,
    ...(usage.length && { invoice_items: itemsFor(usage) }),
    subscription_details: {
      items: await itemsOf(priceOf, change),
      proration_behavior: change.bills === 'now' ? 'always_invoice' : 'create_prorations',
      proration_date: seconds(change.at),
      billing_cycle_anchor: { type: change.anchor },
    },
  })

/**
 * The invoice after a change. A new period is previewed as if it began now, without credit for the paid one,
 * because it costs the same at any date.
 */
export const previewNextInvoice = async (
  stripe: Stripe,
  prices: Prices,
  next: NextInvoice,
): Promise<NextInvoicePreview> => {
  const preview = await withPrices(stripe, prices, next.subscription, async (priceOf) =>
    stripe.invoices.createPreview({
      subscription: next.subscription,
      // The SDK leaves an empty list out; an empty string removes all discounts.
      ...(next.discounts && {
        discounts: next.discounts.length ? next.discounts.map((discount) => ({ discount })) : '',
      }),
      invoice_items: [
        ...next.withoutItems.map((invoiceitem) => ({ invoiceitem, amount: 0 })),
        ...itemsFor(next.usage),
      ],
      subscription_details: {
        items: await itemsOf(priceOf, next),
        proration_behavior: 'none',
        billing_cycle_anchor: { type: next.anchor },
      },
    }),
  )
  const lines = await linesOf(stripe, preview)
  const starts = lines.filter((line) => !invoiceItemOf(line)).map(({ period }) => period.start)
  return { total: preview.total, periodStart: new Date(Math.min(...starts) * 1000) }
}

/**
 * Tries with the cached prices. If the provider refuses, because one may be inactive, tries again with
 * refreshed ones.
 */
const withPrices = <T>(
  stripe: Stripe,
  prices: Prices,
  subscription: string,
  ask: (priceOf: PriceOf) => Promise<T>,
): Promise<T> =>
  ask(prices).catch((error: Stripe.errors.StripeError) => {
    if (error.type !== 'StripeInvalidRequestError') throw error
    return throwIfCanceled(stripe, subscription, ask(prices.afresh))
  })

/** Services that the provider does not know yet, as invoice items of its previews. */
export const itemsFor = (usage: UnbilledUsage[]) =>
  usage.map(({ amount, description, currency }) => ({
    amount,
    description,
    currency: currency.toLowerCase(),
  }))

const addedTax = (taxes: Stripe.Invoice.TotalTax[] | Stripe.InvoiceLineItem['taxes']): number =>
  (taxes ?? [])
    .filter(({ tax_behavior }) => tax_behavior === 'exclusive')
    .reduce((sum, { amount }) => sum + amount, 0)
