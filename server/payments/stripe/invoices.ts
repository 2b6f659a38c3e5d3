import type Stripe from 'stripe'
import type { Currency, Money } from '#contract/money'
import type { ChangeOutcome, DraftItem, DueInvoice, PendingItem } from '../port.ts'
import { outcomeOfIntent } from './intents.ts'

/** What a subscription owes: finalised unpaid invoices, oldest first. Draft renewals are left out. */
export const dueInvoices = async (stripe: Stripe, subscription: string): Promise<DueInvoice[]> => {
  const { data } = await stripe.invoices.list({ subscription, status: 'open', limit: 100 })
  return data
    .map((invoice) => ({ id: invoice.id!, number: invoice.number, amount: invoice.amount_remaining }))
    .reverse()
}

/** Draft invoices of renewals; a change waits until they are final. */
export const draftInvoices = async (stripe: Stripe, subscription: string): Promise<string[]> => {
  const { data } = await stripe.invoices.list({ subscription, status: 'draft', limit: 100 })
  return data.map(({ id }) => id!)
}

/** Every line of an invoice or of a preview; one answer of the provider has only the first ten. */
export const linesOf = async (
  stripe: Stripe,
  { id, lines }: Pick<Stripe.Invoice, 'id' | 'lines'>,
): Promise<Stripe.InvoiceLineItem[]> =>
  lines.has_more
    ? stripe.invoices.listLineItems(id!, { limit: 100 }).autoPagingToArray({ limit: 10_000 })
    : lines.data

type Line = Stripe.InvoiceLineItem

const detailsOf = ({ parent }: Line) => parent?.invoice_item_details ?? parent?.subscription_item_details

export const invoiceItemOf = (line: Line): string | null => detailsOf(line)?.invoice_item ?? null

export const isProration = (line: Line): boolean => detailsOf(line)?.proration ?? false

/** Finalises a draft renewal and charges it now instead of within the hour; a decline leaves it open. */
export const collectDraft = async (stripe: Stripe, id: string): Promise<void> => {
  await unlessMovedOn(stripe.invoices.finalizeInvoice(id, {}, { idempotencyKey: `finalize/${id}` }))
  await payInvoice(stripe, id, `collect/${id}`)
}

/** What is left to pay on an invoice, after credit and earlier payments. */
export const remainingOf = async (stripe: Stripe, id: string): Promise<Money> => {
  const { amount_remaining, currency } = await stripe.invoices.retrieve(id)
  return { amount: amount_remaining, currency: currency.toUpperCase() as Currency }
}

/** Charges an open invoice to the saved card, with its holder present; never to credit that was added later. */
export const payInvoice = async (stripe: Stripe, id: string, key: string): Promise<ChangeOutcome> => {
  await unlessMovedOn(stripe.invoices.pay(id, { off_session: false }, { idempotencyKey: key }))
  return outcomeOfInvoice(stripe, id)
}

/** The invoice itself has the result when a card is refused, or when it was paid or closed in the meantime. */
const unlessMovedOn = async (call: Promise<unknown>): Promise<void> => {
  try {
    await call
  } catch (error) {
    const { type } = error as Stripe.errors.StripeError
    if (type !== 'StripeCardError' && type !== 'StripeInvalidRequestError') throw error
  }
}

/** The payment status of an invoice. */
export const outcomeOfInvoice = async (stripe: Stripe, id: string): Promise<ChangeOutcome> => {
  const invoice = await stripe.invoices.retrieve(id, { expand: ['payments'] })
  if (invoice.status === 'paid') return { status: 'paid', invoice: id }
  if (invoice.status !== 'open') return { status: 'declined', invoice: id, reason: null }
  const intent = invoice.payments?.data.findLast(({ status }) => status === 'open')?.payment.payment_intent
  if (!intent) return { status: 'declined', invoice: id, reason: null }
  return { ...(await outcomeOfIntent(stripe, typeof intent === 'string' ? intent : intent.id)), invoice: id }
}

/**
 * Cancels an unpaid change: its invoice is void, and the change does not happen. False: it was paid in the
 * meantime.
 */
export const voidInvoice = async (stripe: Stripe, id: string): Promise<boolean> => {
  await unlessMovedOn(stripe.invoices.voidInvoice(id, {}, { idempotencyKey: `void/${id}` }))
  return (await stripe.invoices.retrieve(id)).status !== 'paid'
}

/** Adds consumed services to a draft renewal, once for each key. False: it is final without them. */
export const addToDraft = async (stripe: Stripe, { key, ...item }: DraftItem): Promise<boolean> => {
  try {
    await stripe.invoiceItems.create(
      { ...item, currency: item.currency.toLowerCase(), metadata: { usage: key } },
      { idempotencyKey: `usage/${item.invoice}/${key}` },
    )
    return true
  } catch (error) {
    if ((error as Stripe.errors.StripeError).code !== 'invoice_not_editable') throw error
    return isOn(stripe, item.invoice, key)
  }
}

/**
 * A line that was added before an invoice became final is on it, even if the provider has dropped the request's
 * key since.
 */
const isOn = async (stripe: Stripe, invoice: string, key: string): Promise<boolean> => {
  for await (const { metadata } of stripe.invoiceItems.list({ invoice, limit: 100 }))
    if (metadata?.usage === key) return true
  return false
}

/** Pending items for a subscription's next invoice at the provider, mostly prorations of licences. */
export const pendingItems = async (
  stripe: Stripe,
  customer: string,
  subscription: string,
): Promise<PendingItem[]> => {
  const items: PendingItem[] = []
  for await (const item of stripe.invoiceItems.list({ customer, pending: true, limit: 100 })) {
    const owner = item.parent?.subscription_details?.subscription
    if (!owner || owner === subscription) items.push({ id: item.id, amount: item.amount })
  }
  return items
}
