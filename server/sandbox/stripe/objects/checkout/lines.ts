import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { randomName } from '../../ids.ts'
import type { Invoice, Price, Session, SessionLine, SessionParams, TaxRate } from '../../kinds.ts'
import { taxesOf } from '../../money/taxes.ts'
import { complete } from '../../spec/complete.ts'
import { productName } from '../invoice/description.ts'
import { createPrice } from '../price.ts'
import { needRecurring, readQuantity, readTaxRates } from '../subscription/items.ts'
import { firstInvoiceOf } from './fulfil.ts'

/** What is sold, as the page and `line_items` show it: whole amounts, before any proration of the first period. */
export const readLines = (draft: Draft, params: SessionParams): SessionLine[] =>
  (params.line_items ?? []).map((input, index) => {
    const param = `line_items[${index}]`
    if (input.adjustable_quantity?.enabled)
      throw invalid('The sandbox does not serve adjustable quantities.', `${param}[adjustable_quantity]`)
    const price = readPrice(draft, input, params, param)
    const quantity = readQuantity(input.quantity, param)
    if (input.quantity === undefined)
      throw invalid(
        'Quantity is required. Add `quantity` to the line item.',
        `${param}[quantity]`,
        'parameter_missing',
      )
    const amount = (price.unit_amount ?? 0) * quantity
    const taxes = taxesOf(
      amount,
      readTaxRates(draft, (input.tax_rates ?? []) as string[], `${param}[tax_rates]`) as TaxRate[],
    )
    const exclusive = taxes
      .filter((tax) => tax.tax_behavior === 'exclusive')
      .reduce((sum, tax) => sum + tax.amount, 0)
    return complete('item', {
      id: `li_1${randomName(23)}`,
      object: 'item',
      adjustable_quantity: null,
      amount_discount: 0,
      amount_subtotal: amount,
      amount_tax: taxes.reduce((sum, tax) => sum + tax.amount, 0),
      amount_total: amount + exclusive,
      currency: price.currency,
      description: productName(draft, price),
      metadata: {},
      price,
      quantity,
    }) as SessionLine
  })

type LineItemParams = NonNullable<SessionParams['line_items']>[number]

const readPrice = (draft: Draft, input: LineItemParams, params: SessionParams, param: string): Price => {
  if (!input.price && !input.price_data)
    throw invalid(`Missing required param: ${param}[price].`, `${param}[price]`, 'parameter_missing')
  const price = input.price
    ? draft.need('price', input.price, `${param}[price]`)
    : createPrice(draft, input.price_data as never)
  if (!price.active)
    throw invalid(
      `The price specified is inactive. This field only accepts active prices.`,
      `${param}[price]`,
    )
  if (params.mode !== 'subscription' && price.recurring)
    throw invalid(
      'You specified `payment` mode but passed a recurring price. Either switch to `subscription` mode or use only one-time prices.',
      `${param}[price]`,
    )
  return params.mode === 'subscription' && !input.price_data && price.recurring
    ? needRecurring(price, param)
    : price
}

/** The amount due at once: for a subscription, that of its first invoice, which is made in a draft and discarded. */
export const sessionTotals = (draft: Draft, params: SessionParams, lines: SessionLine[]) => {
  const currency = lines[0]?.currency
  const other = lines.find((line) => line.currency !== currency)
  if (other) throw invalid('All line items must have the same currency.', 'line_items')
  if (params.mode === 'subscription' && !lines.some((line) => line.price?.recurring))
    throw invalid(
      'You must provide at least one recurring price in `subscription` mode when using prices.',
      'mode',
    )
  const invoice = firstInvoice(draft, params, lines)
  const taxes = (invoice?.total_taxes ?? []).filter((tax) => tax.tax_behavior === 'exclusive')
  return {
    subtotal: invoice?.subtotal ?? 0,
    total: invoice?.total ?? 0,
    discount: (invoice?.total_discount_amounts ?? []).reduce((sum, each) => sum + each.amount, 0),
    tax: taxes.reduce((sum, tax) => sum + tax.amount, 0),
  }
}

/** The totals of an open session at this second: the days before an anchor cost less the later they are paid. */
export const currentTotals = (draft: Draft, { id, mode }: Session): Partial<Session> => {
  if (mode !== 'subscription') return {}
  const { params, lines } = draft.need('internal.session', id)
  const { subtotal, total, discount, tax } = sessionTotals(draft, params, lines)
  return {
    amount_subtotal: subtotal,
    amount_total: total,
    total_details: { amount_discount: discount, amount_shipping: 0, amount_tax: tax },
  }
}

const firstInvoice = (draft: Draft, params: SessionParams, lines: SessionLine[]): Invoice | null =>
  lines.length ? firstInvoiceOf(draft.fork(), params, lines) : null
