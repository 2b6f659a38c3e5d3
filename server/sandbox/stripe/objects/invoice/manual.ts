import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { metadata } from '../../http/metadata.ts'
import type { Invoice, TaxRate } from '../../kinds.ts'
import { needCurrency } from '../../money/currency.ts'
import { readDiscounts } from '../discount.ts'
import { needCustomer } from '../need-customer.ts'
import { ownMethod } from '../payment-method.ts'
import { pendingItems } from '../subscription/bill.ts'
import { readTaxRates } from '../subscription/items.ts'
import { draftInvoice } from './draft-invoice.ts'
import { itemOf } from './edit.ts'
import { lineOfInvoiceItem } from './line.ts'
import { withTotals } from './totals.ts'

/** A draft created through the API. It takes pending items only when asked to; one of a subscription always does. */
export const createInvoice = (draft: Draft, params: Stripe.InvoiceCreateParams): Invoice => {
  if (!params.customer) throw invalid('Missing required param: customer.', 'customer', 'parameter_missing')
  if (params.from_invoice) throw invalid('The sandbox does not serve revisions of invoices.', 'from_invoice')
  const customer = needCustomer(draft, params.customer)
  const subscription = params.subscription
    ? draft.need('subscription', params.subscription, 'subscription')
    : undefined
  const includes = params.pending_invoice_items_behavior === 'include' || subscription !== undefined
  const items = includes ? pendingItems(draft, customer.id, subscription?.id ?? null) : []
  if (subscription && !items.length)
    throw invalid('Nothing to invoice for subscription', 'subscription', 'invoice_no_subscription_line_items')
  const currency = params.currency
    ? needCurrency(params.currency)
    : (subscription?.currency ?? items[0]?.currency ?? customer.currency ?? 'usd')
  if (
    params.collection_method === 'send_invoice' &&
    params.days_until_due === undefined &&
    params.due_date === undefined
  )
    throw invalid(
      'If invoice collection method is `send_invoice`, you must specify `days_until_due` or `due_date`.',
      'days_until_due',
    )
  const invoice = draftInvoice(draft, {
    customer: customer.id,
    currency,
    reason: subscription ? 'subscription_update' : 'manual',
    subscription,
    lines: items.map(lineOfInvoiceItem),
    discounts: readDiscounts(draft, params.discounts as never, { customer: customer.id }, currency),
    taxRates: readTaxRates(draft, params.default_tax_rates, 'default_tax_rates') as TaxRate[],
    autoAdvance: params.auto_advance ?? false,
    metadata: metadata(params.metadata),
    description: params.description ?? null,
    footer: params.footer ?? null,
    customFields: params.custom_fields || null,
    collection: params.collection_method,
    dueDate:
      params.due_date ??
      (params.days_until_due === undefined ? null : draft.now + params.days_until_due * 86_400),
    automaticTax: params.automatic_tax?.enabled ?? false,
    paymentMethod: params.default_payment_method
      ? ownMethod(draft, customer.id, params.default_payment_method, 'default_payment_method')
      : null,
  } as Parameters<typeof draftInvoice>[1])
  for (const item of items) draft.change('invoiceitem', item.id, { invoice: invoice.id })
  return invoice
}

/** Once it is final, only a few of its texts may change. */
const ALWAYS = new Set(['metadata', 'auto_advance', 'default_payment_method', 'payment_settings', 'expand'])

export const updateInvoice = (draft: Draft, params: Stripe.InvoiceUpdateParams, id: string): Invoice => {
  const before = draft.need('invoice', id, 'invoice')
  const other = Object.keys(params).find((name) => !ALWAYS.has(name))
  if (before.status !== 'draft' && other)
    throw invalid(`Finalized invoices can't be updated in this way: ${other}.`, other, 'invoice_not_editable')
  const draftOnly: Partial<Invoice> =
    before.status === 'draft'
      ? {
          description: params.description === undefined ? before.description : params.description || null,
          footer: params.footer === undefined ? before.footer : params.footer || null,
          ...(params.custom_fields !== undefined && { custom_fields: params.custom_fields || null }),
          ...(params.default_tax_rates !== undefined && {
            default_tax_rates: readTaxRates(draft, params.default_tax_rates, 'default_tax_rates'),
          }),
          ...(params.discounts !== undefined && {
            discounts: readDiscounts(
              draft,
              params.discounts as never,
              { customer: before.customer },
              before.currency,
            ),
          }),
          ...(params.automatically_finalizes_at !== undefined && {
            automatically_finalizes_at: params.automatically_finalizes_at,
          }),
        }
      : {}
  const advances = params.auto_advance ?? before.auto_advance ?? false
  const changed = {
    ...before,
    ...draftOnly,
    auto_advance: advances,
    ...(before.status === 'draft' && {
      automatically_finalizes_at: advances
        ? (draftOnly.automatically_finalizes_at ?? before.automatically_finalizes_at ?? draft.now + 3600)
        : null,
    }),
    default_payment_method: params.default_payment_method
      ? ownMethod(draft, before.customer!, params.default_payment_method, 'default_payment_method')
      : before.default_payment_method,
    metadata: metadata(params.metadata, before.metadata ?? {}),
  } as Invoice
  const invoice = draft.put('invoice', before.status === 'draft' ? withTotals(draft, changed) : changed)
  draft.emit('invoice.updated', invoice)
  return invoice
}

/** Deletes a draft; its items become pending again. */
export const deleteInvoice = (draft: Draft, id: string) => {
  const invoice = draft.need('invoice', id, 'invoice')
  if (invoice.status !== 'draft')
    throw invalid('You can only delete draft invoices.', 'invoice', 'invoice_not_editable')
  if (invoice.parent?.subscription_details)
    throw invalid('You can only delete one-off invoices: this one was made by a subscription.', 'invoice')
  for (const line of invoice.lines.data) {
    const item = itemOf(line)
    if (item) draft.change('invoiceitem', item, { invoice: null })
  }
  draft.emit('invoice.deleted', invoice)
  draft.remove('invoice', id)
  return { id, object: 'invoice', deleted: true }
}
