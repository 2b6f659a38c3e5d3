import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { metadata } from '../../http/metadata.ts'
import { randomName } from '../../ids.ts'
import type { Price, Subscription, SubscriptionItem, TaxRate } from '../../kinds.ts'
import { type AnchorConfig, cycleAt, type Period } from '../../money/cycle.ts'
import { complete } from '../../spec/complete.ts'
import { type DiscountParams, readDiscounts } from '../discount.ts'
import { planOf } from '../plan.ts'
import { createPrice } from '../price.ts'

export interface ItemParams {
  price?: string
  price_data?: {
    currency: string
    product: string
    recurring: object
    unit_amount?: number
    tax_behavior?: string
  }
  quantity?: number
  metadata?: Record<string, string | number | null> | '' | null
  tax_rates?: string[] | '' | null
  discounts?: DiscountParams[] | '' | null
}

/** The recurring price that an item names or describes. */
export const readPrice = (draft: Draft, input: ItemParams, param: string): Price => {
  if (input.price && input.price_data)
    throw invalid(
      `You may only specify one of these parameters: price, price_data.`,
      `${param}[price]`,
      'parameters_exclusive',
    )
  if (!input.price && !input.price_data)
    throw invalid(`Missing required param: ${param}[price].`, `${param}[price]`, 'parameter_missing')
  const price = input.price
    ? draft.need('price', input.price, `${param}[price]`)
    : createPrice(draft, { ...input.price_data, active: true } as never)
  if (!price.active)
    throw invalid(
      'The price specified is inactive. This field only accepts active prices.',
      `${param}[price]`,
    )
  return price
}

export const needRecurring = (price: Price, param: string): Price => {
  if (!price.recurring)
    throw invalid(
      `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
      `${param}[price]`,
    )
  return price
}

export const readTaxRates = (
  draft: Draft,
  input: string[] | '' | null | undefined,
  param: string,
): TaxRate[] =>
  (input || []).map((id, index) => {
    const rate = draft.need('tax_rate', id, `${param}[${index}]`)
    if (!rate.active) throw invalid(`The tax rate ${id} is not active.`, `${param}[${index}]`)
    return rate
  })

export const readQuantity = (input: number | undefined, param: string, otherwise = 1): number => {
  if (input === undefined) return otherwise
  if (input < 0 || input > 1_000_000)
    throw invalid('Invalid non-negative integer', `${param}[quantity]`, 'parameter_invalid_integer')
  return input
}

export interface NewItem {
  subscription: string
  customer: string
  price: Price
  input: ItemParams
  param: string
  period: Period
}

export const newItem = (
  draft: Draft,
  { subscription, price, input, param, period }: NewItem,
): SubscriptionItem => {
  const id = `si_${randomName(14)}`
  return complete('subscription_item', {
    id,
    object: 'subscription_item',
    created: draft.now,
    current_period_end: period.end,
    current_period_start: period.start,
    discounts: readDiscounts(
      draft,
      input.discounts,
      { subscription_item: id, subscription },
      price.currency,
      `${param}[discounts]`,
    ),
    metadata: metadata(input.metadata),
    plan: planOf(price),
    price,
    quantity: readQuantity(input.quantity, param),
    subscription,
    tax_rates: readTaxRates(draft, input.tax_rates, `${param}[tax_rates]`),
  }) as SubscriptionItem
}

/** The same price twice on one subscription means that an item id was left out. */
export const refuseDuplicates = (items: SubscriptionItem[]): void => {
  if (items.length > 20) throw invalid('A subscription can have at most 20 items.', 'items')
  const seen = new Set<string>()
  for (const { price } of items) {
    if (seen.has(price.id))
      throw invalid(`Cannot add multiple subscription items with the same plan: ${price.id}`, 'items')
    seen.add(price.id)
  }
}

type Anchored = Pick<Subscription, 'billing_cycle_anchor' | 'billing_cycle_anchor_config'>

/** The whole service period of a price around a moment, counted from its subscription's anchor. */
export const periodAt = (subscription: Anchored, price: Price, moment: number): Period =>
  cycleAt(
    subscription.billing_cycle_anchor,
    price.recurring!,
    moment,
    (subscription.billing_cycle_anchor_config as AnchorConfig | null)?.day_of_month,
  )

/** The price of an item for a whole period. */
export const fullPrice = (item: Pick<SubscriptionItem, 'price' | 'quantity'>): number => {
  const { unit_amount, unit_amount_decimal } = item.price
  const quantity = item.quantity ?? 1
  return unit_amount !== null ? unit_amount * quantity : Math.round(Number(unit_amount_decimal) * quantity)
}
