import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { metadata } from '../../http/metadata.ts'
import type { Schedule, Subscription } from '../../kinds.ts'
import { advance } from '../../money/cycle.ts'
import { type DiscountParams, readDiscounts } from '../discount.ts'
import {
  type ItemParams,
  needRecurring,
  readPrice,
  readQuantity,
  readTaxRates,
} from '../subscription/items.ts'

export type Phase = Schedule['phases'][number]
export type PhaseParams = NonNullable<Stripe.SubscriptionScheduleUpdateParams['phases']>[number]

const UNSUPPORTED = [
  'trial',
  'trial_end',
  'billing_thresholds',
  'transfer_data',
  'on_behalf_of',
  'invoice_settings',
  'application_fee_percent',
] as const

/** The phases of a request with their times: each starts where the previous one ends. */
export const readPhases = (
  draft: Draft,
  input: PhaseParams[],
  { start, customer }: { start: number; customer: string },
): Phase[] => {
  if (!input.length) throw invalid('You must pass at least one phase.', 'phases', 'parameter_missing')
  if (input.length > 10) throw invalid('You can have at most 10 current or future phases.', 'phases')
  let from = start
  return input.map((phase, index) => {
    const read = readPhase(draft, phase, {
      index,
      customer,
      start: from,
      last: index === input.length - 1,
    })
    from = read.end_date
    return read
  })
}

interface PhaseContext {
  index: number
  customer: string
  start: number
  last: boolean
}

const readPhase = (
  draft: Draft,
  input: PhaseParams,
  { index, customer, start, last }: PhaseContext,
): Phase => {
  const param = `phases[${index}]`
  for (const name of UNSUPPORTED)
    if (input[name] !== undefined)
      throw invalid(`The sandbox does not serve ${name} on phases.`, `${param}[${name}]`)
  if (input.add_invoice_items?.length)
    throw invalid('The sandbox does not serve add_invoice_items on phases.', `${param}[add_invoice_items]`)
  if (input.start_date !== undefined && input.start_date !== 'now' && input.start_date !== start)
    throw invalid(
      'The start date of a phase must be the end date of the one before it, and the current phase keeps its start date.',
      `${param}[start_date]`,
    )
  const items = input.items.map((item, place) => readItem(draft, item, customer, `${param}[items][${place}]`))
  if (!items.length)
    throw invalid(`Missing required param: ${param}[items].`, `${param}[items]`, 'parameter_missing')
  const { currency } = draft.need('price', items[0]!.price as string)
  const end = endOf(draft, input, param, start, items[0]!.price as string, last)
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: input.billing_cycle_anchor ?? null,
    billing_thresholds: null,
    collection_method: input.collection_method ?? null,
    currency,
    default_payment_method: input.default_payment_method ?? null,
    default_tax_rates: readTaxRates(draft, input.default_tax_rates, `${param}[default_tax_rates]`),
    description: input.description || null,
    discounts: discountReferences(
      readDiscounts(draft, input.discounts as DiscountsParam, { customer }, currency, `${param}[discounts]`),
    ),
    end_date: end,
    invoice_settings: null,
    items,
    metadata: metadata(input.metadata),
    on_behalf_of: null,
    proration_behavior: input.proration_behavior ?? 'create_prorations',
    start_date: start,
    transfer_data: null,
    trial_end: null,
  } as Phase
}

const endOf = (
  draft: Draft,
  input: PhaseParams,
  param: string,
  start: number,
  price: string,
  last: boolean,
): number => {
  if (input.end_date !== undefined && input.duration)
    throw invalid(
      'You may only specify one of these parameters: end_date, duration.',
      `${param}[end_date]`,
      'parameters_exclusive',
    )
  if (input.duration)
    return advance(start, {
      interval: input.duration.interval,
      interval_count: input.duration.interval_count ?? 1,
    })
  if (input.end_date === 'now') return draft.now
  if (input.end_date !== undefined) {
    if (input.end_date <= start) throw invalid('A phase must end after it starts.', `${param}[end_date]`)
    return input.end_date
  }
  if (!last)
    throw invalid(`Missing required param: ${param}[end_date].`, `${param}[end_date]`, 'parameter_missing')
  return advance(start, draft.need('price', price).recurring!)
}

const readItem = (
  draft: Draft,
  input: PhaseParams['items'][number],
  customer: string,
  param: string,
): Phase['items'][number] => {
  const price = needRecurring(readPrice(draft, input as ItemParams, param), param)
  return {
    billing_thresholds: null,
    discounts: discountReferences(
      readDiscounts(
        draft,
        input.discounts as DiscountsParam,
        { customer },
        price.currency,
        `${param}[discounts]`,
      ),
    ),
    metadata: metadata(input.metadata),
    plan: price.id,
    price: price.id,
    quantity: readQuantity(input.quantity, param),
    tax_rates: readTaxRates(draft, input.tax_rates, `${param}[tax_rates]`),
  } as Phase['items'][number]
}

type DiscountsParam = DiscountParams[] | '' | undefined

const discountReferences = (discounts: string[]) =>
  discounts.map((discount) => ({ coupon: null, discount, promotion_code: null }))

/** The current state of a subscription, as a phase that lasts to the end of its period. */
export const phaseOf = (subscription: Subscription): Phase =>
  ({
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: null,
    billing_thresholds: null,
    collection_method: null,
    currency: subscription.currency,
    default_payment_method: null,
    default_tax_rates: subscription.default_tax_rates ?? [],
    description: null,
    discounts: discountReferences(subscription.discounts as string[]),
    end_date: Math.min(...subscription.items.data.map((item) => item.current_period_end)),
    invoice_settings: null,
    items: subscription.items.data.map((item) => ({
      billing_thresholds: null,
      discounts: discountReferences(item.discounts as string[]),
      metadata: item.metadata,
      plan: item.price.id,
      price: item.price.id,
      quantity: item.quantity ?? 1,
      tax_rates: item.tax_rates ?? [],
    })),
    metadata: {},
    on_behalf_of: null,
    proration_behavior: 'create_prorations',
    start_date: Math.max(...subscription.items.data.map((item) => item.current_period_start)),
    transfer_data: null,
    trial_end: null,
  }) as unknown as Phase
