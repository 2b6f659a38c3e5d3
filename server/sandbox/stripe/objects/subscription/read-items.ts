import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid, missing } from '../../errors.ts'
import { metadata } from '../../http/metadata.ts'
import type { Subscription, SubscriptionItem } from '../../kinds.ts'
import { readDiscounts } from '../discount.ts'
import { planOf } from '../plan.ts'
import {
  type ItemParams,
  needRecurring,
  newItem,
  periodAt,
  readPrice,
  readQuantity,
  readTaxRates,
  refuseDuplicates,
} from './items.ts'

type ItemChange = NonNullable<Stripe.SubscriptionUpdateParams['items']>[number]

/** The items after the update: named ones are changed or deleted, unnamed ones added, the rest unchanged. */
export const readItems = (
  draft: Draft,
  before: Subscription,
  input: ItemChange[],
  at: number,
): SubscriptionItem[] => {
  let items = [...before.items.data]
  const named = new Set<string>()
  for (const [index, each] of input.entries()) {
    const param = `items[${index}]`
    if (each.clear_usage) throw invalid('The sandbox does not serve metered usage.', `${param}[clear_usage]`)
    if (!each.id) {
      if (each.deleted)
        throw invalid(`Missing required param: ${param}[id].`, `${param}[id]`, 'parameter_missing')
      items.push(added(draft, before, each, param, at))
      continue
    }
    if (named.has(each.id))
      throw invalid(`Cannot include the same subscription item twice: ${each.id}`, `${param}[id]`)
    named.add(each.id)
    const old = items.find((item) => item.id === each.id)
    if (!old) throw missing('subscription_item', each.id, `${param}[id]`)
    items = each.deleted
      ? items.filter((item) => item !== old)
      : items.map((item) => (item === old ? changed(draft, before, old, each, param) : item))
  }
  if (!items.length)
    throw invalid(
      'A subscription must have at least one active plan. To cancel a subscription, please use the cancel API endpoint on /subscriptions.',
      'items',
    )
  refuseDuplicates(items)
  return items
}

const added = (
  draft: Draft,
  before: Subscription,
  input: ItemChange,
  param: string,
  at: number,
): SubscriptionItem => {
  const price = needRecurring(readPrice(draft, input as ItemParams, param), param)
  needCurrencyOf(before, price.currency, param)
  return newItem(draft, {
    subscription: before.id,
    customer: before.customer,
    price,
    input: input as ItemParams,
    param,
    period: { start: at, end: periodAt(before, price, at).end },
  })
}

/** Changing the price without a quantity resets the quantity to 1, as at Stripe. */
const changed = (
  draft: Draft,
  before: Subscription,
  old: SubscriptionItem,
  input: ItemChange,
  param: string,
): SubscriptionItem => {
  const names = input.price || input.price_data
  const price =
    names && input.price !== old.price.id
      ? needRecurring(readPrice(draft, input as ItemParams, param), param)
      : old.price
  needCurrencyOf(before, price.currency, param)
  const otherwise = names && price.id !== old.price.id ? 1 : (old.quantity ?? 1)
  return {
    ...old,
    price,
    plan: planOf(price) as SubscriptionItem['plan'],
    quantity: readQuantity(input.quantity, param, otherwise),
    metadata: metadata(input.metadata, old.metadata),
    ...(input.tax_rates !== undefined && {
      tax_rates: readTaxRates(draft, input.tax_rates, `${param}[tax_rates]`),
    }),
    ...(input.discounts !== undefined && {
      discounts: readDiscounts(
        draft,
        input.discounts as never,
        { subscription_item: old.id, subscription: before.id },
        before.currency,
        `${param}[discounts]`,
      ),
    }),
  }
}

const needCurrencyOf = (subscription: Subscription, currency: string, param: string) => {
  if (currency !== subscription.currency)
    throw invalid(
      `The price specified only supports \`${currency}\`. This doesn't match the expected currency: \`${subscription.currency}\`.`,
      `${param}[price]`,
    )
}
