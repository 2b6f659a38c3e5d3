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

const UNSERVED = [
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
  given: PhaseParams[],
  { start, customer }: { start: number; customer: string },
): Phase[] => {
  if (!given.length) throw invalid('You must pass at least one phase.', 'phases', 'parameter_missing')
  if (given.length > 10) throw invalid('You can have at most 10 current or future phases.', 'phases')
  let from = start
  return given.map((phase, index) => {
    const read = readPhase(draft, phase, {
      index,
      customer,
      start: from,
      last: index === given.length - 1,
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
  given: PhaseParams,
  { index, customer, start, last }: PhaseContext,
): Phase => {
  const param = `phases[${index}]`
  for (const name of UNSERVED)
    if (given[name] !== undefined)
      throw invalid(`The sandbox does not serve ${name} on phases.`, `${param}[${name}]`)
  if (given.add_invoice_items?.length)
    throw invalid('The sandbox does not serve add_invoice_items on phases.', `${param}[add_invoice_items]`)
  if (given.start_date !== undefined && given.start_date !== 'now' && given.start_date !== start)
    throw invalid(
      'The start date of a phase must be the end date of the one before it, and the current phase keeps its start date.',
      `${param}[start_date]`,
    )
  const items = given.items.map((item, place) => readItem(draft, item, customer, `${param}[items][${place}]`))
  if (!items.length)
    throw invalid(`Missing required param: ${param}[items].`, `${param}[items]`, 'parameter_missing')
  const { currency } = draft.need('price', items[0]!.price as string)
  const end = endOf(draft, given, param, start, items[0]!.price as string, last)
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: given.billing_cycle_anchor ?? null,
    billing_thresholds: null,
    collection_method: given.collection_method ?? null,
    currency,
    default_payment_method: given.default_payment_method ?? null,
    default_tax_rates: readTaxRates(draft, given.default_tax_rates, `${param}[default_tax_rates]`),
    description: given.description || null,
    discounts: shown(
      readDiscounts(draft, given.discounts as DiscountsParam, { customer }, currency, `${param}[discounts]`),
    ),
    end_date: end,
    invoice_settings: null,
    items,
    metadata: metadata(given.metadata),
    on_behalf_of: null,
    proration_behavior: given.proration_behavior ?? 'create_prorations',
    start_date: start,
    transfer_data: null,
    trial_end: null,
  } as Phase
}

const endOf = (
  draft: Draft,
  given: PhaseParams,
  param: string,
  start: number,
  price: string,
  last: boolean,
): number => {
  if (given.end_date !== undefined && given.duration)
    throw invalid(
      'You may only specify one of these parameters: end_date, duration.',
      `${param}[end_date]`,
      'parameters_exclusive',
    )
  if (given.duration)
    return advance(start, {
      interval: given.duration.interval,
      interval_count: given.duration.interval_count ?? 1,
    })
  if (given.end_date === 'now') return draft.now
  if (given.end_date !== undefined) {
    if (given.end_date <= start) throw invalid('A phase must end after it starts.', `${param}[end_date]`)
    return given.end_date
  }
  if (!last)
    throw invalid(`Missing required param: ${param}[end_date].`, `${param}[end_date]`, 'parameter_missing')
  return advance(start, draft.need('price', price).recurring!)
}

const readItem = (
  draft: Draft,
  given: PhaseParams['items'][number],
  customer: string,
  param: string,
): Phase['items'][number] => {
  const price = needRecurring(readPrice(draft, given as ItemParams, param), param)
  return {
    billing_thresholds: null,
    discounts: shown(
      readDiscounts(
        draft,
        given.discounts as DiscountsParam,
        { customer },
        price.currency,
        `${param}[discounts]`,
      ),
    ),
    metadata: metadata(given.metadata),
    plan: price.id,
    price: price.id,
    quantity: readQuantity(given.quantity, param),
    tax_rates: readTaxRates(draft, given.tax_rates, `${param}[tax_rates]`),
  } as Phase['items'][number]
}

type DiscountsParam = DiscountParams[] | '' | undefined

const shown = (discounts: string[]) =>
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
    discounts: shown(subscription.discounts as string[]),
    end_date: Math.min(...subscription.items.data.map((item) => item.current_period_end)),
    invoice_settings: null,
    items: subscription.items.data.map((item) => ({
      billing_thresholds: null,
      discounts: shown(item.discounts as string[]),
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
