import type Stripe from 'stripe'
import type { ChangeOutcome, SubscriptionChange } from '../port.ts'
import { outcomeOfInvoice } from './invoices.ts'
import type { PriceOf } from './prices.ts'
import { throwIfCanceled } from './throw-if-canceled.ts'

/** The items as both the preview and the update send them. */
export const itemsOf = async (priceOf: PriceOf, { items }: Pick<SubscriptionChange, 'items'>) => {
  const params: Stripe.SubscriptionUpdateParams.Item[] = []
  for (const { id, price } of items)
    params.push(
      price
        ? { ...(id && { id }), price: await priceOf(price), quantity: price.quantity }
        : { id: id!, deleted: true },
    )
  return params
}

export const seconds = (instant: Date) => Math.floor(instant.getTime() / 1000)

/**
 * Makes a change that is charged at once: it takes effect when its invoice is paid, and never otherwise. The
 * same key again returns the result of the first try.
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
  // A replayed answer has the status of that time, so the current status is read from the invoice.
  return { ...(await outcomeOfInvoice(stripe, invoice.id!)), amountDue }
}

/** Null: the provider does not accept the change, because the subscription has changed in the meantime. */
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
  const params = {
    items: await itemsOf(priceOf, change),
    proration_behavior: 'create_prorations' as const,
    proration_date: seconds(change.at),
  }
  const { subscription } = change
  await throwIfCanceled(
    stripe,
    subscription,
    stripe.subscriptions.update(subscription, params, { idempotencyKey: key }),
  )
}
