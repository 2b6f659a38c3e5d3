import type Stripe from 'stripe'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import type { InvoiceItem, TaxRate } from '../kinds.ts'
import { readDiscounts } from './discount.ts'
import { productName } from './invoice/description.ts'
import { addItemToDraft, removeItemFromDraft } from './invoice/edit.ts'
import { needCustomer } from './need-customer.ts'
import { createPrice } from './price.ts'
import { readTaxRates } from './subscription/items.ts'

export type Create = Stripe.InvoiceItemCreateParams

/** A charge or credit that waits for its customer's next invoice. */
export const createInvoiceItem = (
  draft: Draft,
  params: Omit<Create, 'tax_rates'> & { price?: string; tax_rates?: string[] | '' | null | undefined },
  param = '',
): InvoiceItem => {
  const customer = needCustomer(draft, params.customer!)
  const subscription = params.subscription
    ? draft.need('subscription', params.subscription, 'subscription')
    : null
  if (subscription && subscription.customer !== customer.id)
    throw invalid(
      `Subscription ${subscription.id} does not belong to customer ${customer.id}.`,
      'subscription',
    )
  if (subscription?.ended_at)
    throw invalid('You cannot add invoice items to a canceled subscription.', 'subscription')
  const named = params.pricing?.price ?? params.price
  const price = named
    ? draft.need('price', named, param || 'pricing[price]')
    : params.price_data
      ? createPrice(draft, params.price_data as never)
      : null
  if (price?.recurring)
    throw invalid(
      'The price specified is set to `type=recurring` but this field only accepts prices with `type=one_time`.',
      param || 'pricing[price]',
    )
  if (price && !price.active)
    throw invalid(
      'The price specified is inactive. This field only accepts active prices.',
      param || 'pricing[price]',
    )
  if (!price && params.amount === undefined)
    throw invalid('Missing required param: amount.', 'amount', 'parameter_missing')
  const currency = price?.currency ?? params.currency?.toLowerCase()
  if (!currency) throw invalid('Missing required param: currency.', 'currency', 'parameter_missing')
  const expected = subscription?.currency ?? customer.currency
  if (expected && expected !== currency)
    throw invalid(
      `You cannot combine currencies on a single customer. This customer has had ${expected} before.`,
      'currency',
    )
  const quantity = params.quantity ?? 1
  const item = draft.create('invoiceitem', {
    amount: price ? (price.unit_amount ?? 0) * quantity : params.amount!,
    currency,
    customer: customer.id,
    date: draft.now,
    description: params.description ?? (price ? productName(draft, price) : null),
    discountable: params.discountable ?? (price ? true : params.amount! >= 0),
    discounts: readDiscounts(draft, params.discounts as never, { customer: customer.id }, currency),
    livemode: false,
    metadata: metadata(params.metadata),
    parent: subscription
      ? { type: 'subscription_details', subscription_details: { subscription: subscription.id } }
      : null,
    period: (params.period as { start: number; end: number } | undefined) ?? {
      start: draft.now,
      end: draft.now,
    },
    pricing: {
      type: 'price_details',
      ...(price && { price_details: { price: price.id, product: price.product } }),
      unit_amount_decimal: price ? price.unit_amount_decimal : String(params.amount),
    },
    proration: false,
    quantity,
    quantity_decimal: String(quantity),
    tax_rates: readTaxRates(draft, params.tax_rates as string[], 'tax_rates') as TaxRate[],
  } as never)
  draft.emit('invoiceitem.created', item)
  if (params.invoice) return addItemToDraft(draft, item, params.invoice)
  return item
}

type Update = Stripe.InvoiceItemUpdateParams

/** Updates a pending item, or one on a draft. */
export const updateInvoiceItem = (draft: Draft, params: Update, id: string): InvoiceItem => {
  const before = draft.need('invoiceitem', id)
  if (before.invoice && draft.need('invoice', before.invoice).status !== 'draft')
    throw invalid(
      'This invoice item is attached to an invoice that is no longer editable.',
      null,
      'invoice_not_editable',
    )
  if (before.proration && (params.pricing || params.price_data || params.quantity !== undefined))
    throw invalid('You cannot modify the price or quantity of a proration.', 'quantity')
  const price = params.pricing?.price ? draft.need('price', params.pricing.price, 'pricing[price]') : null
  const unit =
    price?.unit_amount ?? (before.quantity ? Math.round(before.amount / before.quantity) : before.amount)
  const quantity = params.quantity ?? before.quantity
  const item = draft.change('invoiceitem', id, {
    amount: params.amount ?? (price || params.quantity !== undefined ? unit * quantity : before.amount),
    description: params.description ?? before.description,
    discountable: params.discountable ?? before.discountable,
    metadata: metadata(params.metadata, before.metadata ?? {}),
    period: params.period ?? before.period,
    quantity,
    quantity_decimal: String(quantity),
    ...(price && {
      pricing: {
        type: 'price_details' as const,
        price_details: { price: price.id, product: price.product },
        unit_amount_decimal: price.unit_amount_decimal,
      },
    }),
    ...(params.tax_rates !== undefined && { tax_rates: readTaxRates(draft, params.tax_rates, 'tax_rates') }),
  } as Partial<InvoiceItem>)
  return before.invoice ? addItemToDraft(draft, removeItemFromDraft(draft, item), before.invoice) : item
}

const deleteItem = (draft: Draft, id: string) => {
  const item = draft.need('invoiceitem', id)
  if (item.invoice && draft.need('invoice', item.invoice).status !== 'draft')
    throw invalid(
      'This invoice item is attached to an invoice that is no longer editable.',
      null,
      'invoice_not_editable',
    )
  if (item.invoice) removeItemFromDraft(draft, item)
  const owner = item.parent?.subscription_details?.subscription_item
  if (owner)
    for (const debit of draft.where('internal.debit', 'item', owner))
      if (debit.invoiceItem === id) draft.remove('internal.debit', debit.id)
  draft.remove('invoiceitem', id)
  draft.emit('invoiceitem.deleted', item)
  return { id, object: 'invoiceitem', deleted: true }
}

type List = Page & { created?: Range; customer?: string; invoice?: string; pending?: boolean }

export const invoiceItemRoutes: Routes = {
  'POST /v1/invoiceitems': route<Create>((draft, params) => {
    if (!params.customer) throw invalid('Missing required param: customer.', 'customer', 'parameter_missing')
    return createInvoiceItem(draft, params)
  }),
  'GET /v1/invoiceitems/:id': route((draft, _params, id) => draft.need('invoiceitem', id)),
  'POST /v1/invoiceitems/:id': route<Update>(updateInvoiceItem),
  'DELETE /v1/invoiceitems/:id': route((draft, _params, id) => deleteItem(draft, id)),
  'GET /v1/invoiceitems': route<List>((draft, params) =>
    paginate(
      (params.customer ? draft.where('invoiceitem', 'customer', params.customer) : draft.all('invoiceitem'))
        .filter((item) => !params.invoice || item.invoice === params.invoice)
        .filter((item) => params.pending === undefined || (item.invoice === null) === params.pending)
        .filter((item) => within(item.date, params.created))
        .reverse(),
      params,
      '/v1/invoiceitems',
    ),
  ),
}
