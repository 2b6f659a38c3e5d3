import type { Draft } from '../../draft.ts'
import { randomName } from '../../ids.ts'
import type { Debit, InvoiceItem, Subscription, SubscriptionItem, TaxRate } from '../../kinds.ts'
import { applyDiscounts, type DiscountAmount } from '../../money/discounts.ts'
import { creditOf, remaining, usedUntil } from '../../money/proration.ts'
import { share } from '../../money/share.ts'
import { activeDiscounts, reductionOf } from '../discount.ts'
import { prorationText } from '../invoice/description.ts'
import { fullPrice, periodAt } from './items.ts'

/**
 * Credits what was debited for the rest of an item's period: one pending item for each debit that extends past `at`.
 */
export const credit = (
  draft: Draft,
  subscription: Subscription,
  item: SubscriptionItem,
  at: number,
): void => {
  for (const debit of draft.where('internal.debit', 'item', item.id)) {
    if (debit.period.end <= at) continue
    const { amount, discounts, period } = creditOf(debit, at)
    draft.put('internal.debit', usedUntil(debit, at))
    if (!debit.full) continue
    prorationItem(draft, subscription, {
      amount,
      item,
      price: debit.price,
      quantity: debit.quantity,
      period,
      discounts,
      taxRates: debit.taxRates.map((id) => draft.need('tax_rate', id)),
      credited: debit,
      kind: 'unused',
    })
  }
}

/** Charges an item from `at` to the end of the service period around it, and records the debit. */
export const debit = (
  draft: Draft,
  subscription: Subscription,
  item: SubscriptionItem,
  items: SubscriptionItem[],
  at: number,
): void => {
  const full = fullPrice(item)
  const basis = periodAt(subscription, item.price, at)
  const period = { start: at, end: basis.end }
  const gross = remaining(full, basis, at)
  const discounts = discountsOf(draft, subscription, item, items, gross)
  const net = discounts.reduce((left, { amount }) => left - amount, gross)
  const taxRates = (
    item.tax_rates?.length ? item.tax_rates : (subscription.default_tax_rates ?? [])
  ) as TaxRate[]
  const charged =
    full === 0
      ? null
      : prorationItem(draft, subscription, {
          amount: net,
          item,
          price: item.price.id,
          quantity: item.quantity ?? 1,
          period,
          discounts,
          taxRates,
          credited: null,
          kind: 'remaining',
        })
  draft.put('internal.debit', {
    id: `debit_${randomName(16)}`,
    item: item.id,
    subscription: subscription.id,
    price: item.price.id,
    quantity: item.quantity ?? 1,
    full,
    basis,
    period,
    discounts,
    taxRates: taxRates.map((rate) => rate.id),
    invoiceItem: charged?.id ?? null,
    invoice: null,
    line: null,
  })
}

/**
 * Proration amounts already include discounts, so the invoice that bills them must not discount again. A fixed discount
 * on the whole subscription is first split between all its items.
 */
const discountsOf = (
  draft: Draft,
  subscription: Subscription,
  item: SubscriptionItem,
  items: SubscriptionItem[],
  gross: number,
): DiscountAmount[] => {
  const full = fullPrice(item)
  if (!full) return []
  const reductions = (ids: string[]) => activeDiscounts(draft, ids).map((id) => reductionOf(draft, id))
  const own = applyDiscounts([full], reductions(item.discounts as string[]))[0]!
  const left = own.reduce((rest, { amount }) => rest - amount, full)
  const customer = draft.need('customer', subscription.customer)
  const ids = subscription.discounts.length
    ? (subscription.discounts as string[])
    : customer.discount
      ? [customer.discount.id]
      : []
  const amounts = items.map((each) => (each.id === item.id ? left : fullPrice(each)))
  const shared = applyDiscounts(amounts, reductions(ids))[items.findIndex((each) => each.id === item.id)]!
  return [...own, ...shared].map(({ amount, discount }) => ({ discount, amount: share(amount, gross, full) }))
}

interface Proration {
  amount: number
  item: SubscriptionItem
  price: string
  quantity: number
  period: { start: number; end: number }
  discounts: DiscountAmount[]
  taxRates: TaxRate[]
  credited: Debit | null
  kind: 'unused' | 'remaining'
}

const prorationItem = (draft: Draft, subscription: Subscription, input: Proration): InvoiceItem => {
  const price = draft.need('price', input.price)
  const { credited } = input
  const created = draft.create('invoiceitem', {
    amount: input.amount,
    currency: subscription.currency,
    customer: subscription.customer,
    date: draft.now,
    description: prorationText(draft, subscription.customer, {
      kind: input.kind,
      price,
      quantity: input.quantity,
      from: input.period.start,
    }),
    discountable: false,
    discounts: [],
    livemode: false,
    metadata: {},
    parent: {
      type: 'subscription_details',
      subscription_details: { subscription: subscription.id, subscription_item: input.item.id },
    },
    period: input.period,
    pricing: {
      type: 'price_details',
      price_details: { price: price.id, product: price.product },
      unit_amount_decimal: price.unit_amount_decimal,
    },
    proration: true,
    proration_details: {
      credited_items: credited && {
        ...(credited.invoice
          ? {
              type: 'invoice_line_items',
              invoice_line_item_details: { invoice: credited.invoice, invoice_line_items: [credited.line!] },
            }
          : { type: 'invoice_item', ...(credited.invoiceItem && { invoice_item: credited.invoiceItem }) }),
      },
      discount_amounts: input.discounts.map(({ amount, discount }) => ({
        amount: credited ? -amount : amount,
        discount,
      })),
    },
    quantity: input.quantity,
    quantity_decimal: String(input.quantity),
    tax_rates: input.taxRates,
  } as never)
  draft.emit('invoiceitem.created', created)
  return created
}
