import type Stripe from 'stripe'
import type { ChangeOutcome, ChangePreview, SubscriptionChange } from '../port.ts'
import { linesOf, outcomeOfInvoice } from './invoices.ts'
import type { PriceOf } from './prices.ts'
import { priceKeys } from './prices.ts'
import { unlessEnded } from './unless-ended.ts'

/** What a preview and the update itself are told alike: one of them asks, the other does. */
const itemsOf = async (priceOf: PriceOf, { items }: SubscriptionChange) => {
  const told: Stripe.SubscriptionUpdateParams.Item[] = []
  for (const { id, price } of items)
    told.push(
      price
        ? { ...(id && { id }), price: await priceOf(price), quantity: price.quantity }
        : { id: id!, deleted: true },
    )
  return told
}

const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000)

/** What a change would charge if it were made at its second; on what has ended a `BillingError('subscription-ended')`. */
export const previewChange = async (
  stripe: Stripe,
  priceOf: PriceOf & { afresh: PriceOf },
  change: SubscriptionChange,
): Promise<ChangePreview> => {
  const preview = await previewOf(stripe, priceOf, change).catch((error: Stripe.errors.StripeError) => {
    if (error.type !== 'StripeInvalidRequestError') throw error
    // A price that is remembered may have been taken from sale.
    return unlessEnded(stripe, change.subscription, previewOf(stripe, priceOf.afresh, change))
  })
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
      start: new Date(line.period.start * 1000),
      end: new Date(line.period.end * 1000),
    })
  return {
    lines,
    discount: (preview.total_discount_amounts ?? []).reduce((sum, { amount }) => sum + amount, 0),
    tax: (preview.total_taxes ?? []).reduce((sum, { amount }) => sum + amount, 0),
    total: preview.total,
    // The provider writes credit as a negative amount.
    balanceBefore: -preview.starting_balance,
    amountDue: preview.amount_due,
  }
}

const previewOf = async (stripe: Stripe, priceOf: PriceOf, change: SubscriptionChange) =>
  stripe.invoices.createPreview({
    subscription: change.subscription,
    subscription_details: {
      items: await itemsOf(priceOf, change),
      proration_behavior: change.bills === 'now' ? 'always_invoice' : 'create_prorations',
      proration_date: seconds(change.at),
      billing_cycle_anchor: { type: change.anchor },
    },
  })

type Line = Stripe.InvoiceLineItem

const detailsOf = ({ parent }: Line) => parent?.invoice_item_details ?? parent?.subscription_item_details

const invoiceItemOf = (line: Line): string | null => detailsOf(line)?.invoice_item ?? null

const isProration = (line: Line): boolean => detailsOf(line)?.proration ?? false

/**
 * Makes a change that is charged at once: it happens when its invoice is paid, and not at all otherwise. The same key
 * again finds how the first try ended.
 */
export const changeNow = async (
  stripe: Stripe,
  priceOf: PriceOf,
  change: SubscriptionChange,
  key: string,
): Promise<ChangeOutcome> => {
  const updated = await update(stripe, priceOf, change, key)
  if (!updated) return { status: 'declined', reason: 'not-possible' }
  const invoice = updated.latest_invoice as Stripe.Invoice
  const { amount_due: amountDue } = invoice
  if (!updated.pending_update) return { status: 'paid', amountDue }
  // A replayed answer tells how things stood then; how they stand now is asked of the invoice.
  return { ...(await outcomeOfInvoice(stripe, invoice.id!)), amountDue }
}

/** Null: the provider does not take the change, because the subscription is not what it was. */
const update = async (stripe: Stripe, priceOf: PriceOf, change: SubscriptionChange, key: string) => {
  try {
    return await stripe.subscriptions.update(
      change.subscription,
      {
        items: await itemsOf(priceOf, change),
        proration_behavior: 'always_invoice',
        payment_behavior: 'pending_if_incomplete',
        proration_date: seconds(change.at),
        billing_cycle_anchor: { type: change.anchor },
        expand: ['latest_invoice'],
      },
      { idempotencyKey: key },
    )
  } catch (error) {
    if ((error as Stripe.errors.StripeError).type !== 'StripeInvalidRequestError') throw error
    return null
  }
}

/** Changes quantities and prices without an invoice: the prorations wait for the next one. */
export const changeOnNextInvoice = async (
  stripe: Stripe,
  priceOf: PriceOf,
  change: SubscriptionChange,
  key: string,
): Promise<void> => {
  const told = {
    items: await itemsOf(priceOf, change),
    proration_behavior: 'create_prorations' as const,
    proration_date: seconds(change.at),
  }
  const { subscription } = change
  await unlessEnded(
    stripe,
    subscription,
    stripe.subscriptions.update(subscription, told, { idempotencyKey: key }),
  )
}
