import type { Draft } from '../../draft.ts'
import { randomName } from '../../ids.ts'
import type { InvoiceItem, InvoiceLine, Price, SubscriptionItem, TaxRate } from '../../kinds.ts'
import { complete } from '../../spec/complete.ts'
import { periodText } from './description.ts'

interface NewLine {
  amount: number
  currency: string
  description: string
  period: { start: number; end: number }
  price: Pick<Price, 'id' | 'product' | 'unit_amount_decimal'> | null
  quantity: number
  discountable: boolean
  discounts: string[]
  subscription: string | null
  metadata: Record<string, string>
  parent: InvoiceLine['parent']
}

const newLine = (line: NewLine): InvoiceLine => {
  const { price, ...rest } = line
  return complete('line_item', {
    id: `il_1${randomName(23)}`,
    object: 'line_item',
    ...rest,
    discount_amounts: [],
    invoice: null,
    livemode: false,
    pretax_credit_amounts: [],
    pricing: price && {
      type: 'price_details',
      price_details: { price: price.id, product: price.product },
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity_decimal: String(line.quantity),
    subtotal: line.amount,
    taxes: [],
  }) as InvoiceLine
}

/** The line that charges a subscription item for a period. */
export const lineOfItem = (
  draft: Draft,
  customer: string,
  item: SubscriptionItem,
  currency: string,
  amount: number,
  period: { start: number; end: number },
): InvoiceLine => {
  const price = draft.need('price', item.price.id)
  const quantity = item.quantity ?? 1
  return newLine({
    amount,
    currency,
    description: periodText(draft, customer, price, quantity),
    period,
    price,
    quantity,
    discountable: true,
    discounts: item.discounts as string[],
    subscription: item.subscription,
    metadata: item.metadata,
    parent: {
      type: 'subscription_item_details',
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: { credited_items: null },
        subscription: item.subscription,
        subscription_item: item.id,
      },
    },
  })
}

/** The line that bills a pending invoice item. */
export const lineOfInvoiceItem = (item: InvoiceItem): InvoiceLine => {
  const details = item.parent?.subscription_details
  const common = {
    invoice_item: item.id,
    proration: item.proration,
    proration_details: { credited_items: creditedLines(item) },
    subscription: details?.subscription ?? null,
  }
  const ofItem = details?.subscription_item
  return newLine({
    amount: item.amount,
    currency: item.currency,
    description: item.description ?? '',
    period: item.period,
    price: item.pricing?.price_details
      ? {
          id: item.pricing.price_details.price as string,
          product: item.pricing.price_details.product,
          unit_amount_decimal: item.pricing.unit_amount_decimal as never,
        }
      : null,
    quantity: item.quantity,
    discountable: item.discountable,
    discounts: (item.discounts ?? []) as string[],
    subscription: details?.subscription ?? null,
    metadata: item.metadata ?? {},
    parent: ofItem
      ? {
          type: 'subscription_item_details',
          invoice_item_details: null,
          subscription_item_details: { ...common, subscription_item: ofItem },
        }
      : { type: 'invoice_item_details', subscription_item_details: null, invoice_item_details: common },
  })
}

const creditedLines = (item: InvoiceItem) => {
  const credited = item.proration_details?.credited_items?.invoice_line_item_details
  return credited ? { invoice: credited.invoice, invoice_line_items: credited.invoice_line_items } : null
}

/** The tax rates of the line itself, or null when the invoice's own apply. */
export const taxRatesOf = (draft: Draft, line: InvoiceLine): TaxRate[] | null => {
  const details = line.parent?.invoice_item_details ?? line.parent?.subscription_item_details
  const source = details?.invoice_item
    ? draft.find('invoiceitem', details.invoice_item)?.tax_rates
    : undefined
  if (source?.length) return source as TaxRate[]
  if (details?.invoice_item && details.proration) return (source ?? []) as TaxRate[]
  const owner = line.parent?.subscription_item_details
  if (!owner) return null
  const subscription = owner.subscription ? draft.find('subscription', owner.subscription) : undefined
  const item = subscription?.items.data.find((each) => each.id === owner.subscription_item)
  return item?.tax_rates?.length ? (item.tax_rates as TaxRate[]) : null
}
