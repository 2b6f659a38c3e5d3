import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { list } from '../../http/list.ts'
import { metadata } from '../../http/metadata.ts'
import { newId } from '../../ids.ts'
import type { Price, Subscription } from '../../kinds.ts'
import { type AnchorConfig, advance, anchorFrom, type Period } from '../../money/cycle.ts'
import { needCustomer, ownMethod } from '../customer.ts'
import { readDiscounts } from '../discount.ts'
import { finalize } from '../invoice/finalize.ts'
import { createInvoiceItem } from '../invoice-item.ts'
import { bill } from './bill.ts'
import { collectFirst } from './collect-first.ts'
import {
  type GivenItem,
  needRecurring,
  newItem,
  periodAt,
  readPrice,
  readTaxRates,
  refuseDuplicates,
} from './items.ts'

export type CreateParams = Stripe.SubscriptionCreateParams

/** How a checkout, whose buyer is there and has a card in hand, pays the first invoice. */
export interface FirstPayment {
  paymentMethod: string
  authenticated: boolean
}

const DAY = 86_400

/** A new subscription, billed for its first stretch at once; `payment` when a checkout makes it. */
export const createSubscription = (
  draft: Draft,
  params: CreateParams,
  payment?: FirstPayment,
): Subscription => {
  if (!params.customer) throw invalid('Missing required param: customer.', 'customer', 'parameter_missing')
  if (!params.items?.length) throw invalid('Missing required param: items.', 'items', 'parameter_missing')
  const customer = needCustomer(draft, params.customer)
  const prices = params.items.map((item, index) =>
    needRecurring(readPrice(draft, item as GivenItem, `items[${index}]`), `items[${index}]`),
  )
  const currency = oneCurrency(prices, params.currency)
  refuseOtherCurrency(draft, customer.id, currency)
  const trialEnd = trialEndOf(draft, params)
  const config = (params.billing_cycle_anchor_config ?? null) as AnchorConfig | null
  const anchor = anchorOf(draft, params, config, trialEnd, prices)
  const id = newId('subscription')
  const anchored = { billing_cycle_anchor: anchor, billing_cycle_anchor_config: configOf(config) }
  const items = params.items.map((given, index) => {
    const price = prices[index]!
    const period: Period = trialEnd
      ? { start: draft.now, end: trialEnd }
      : { start: draft.now, end: periodAt(anchored, price, draft.now).end }
    return newItem(draft, {
      subscription: id,
      customer: customer.id,
      price,
      given: given as GivenItem,
      param: `items[${index}]`,
      period,
    })
  })
  refuseDuplicates(items)
  const subscription = draft.create('subscription', {
    id,
    ...anchored,
    automatic_tax: {
      enabled: params.automatic_tax?.enabled ?? false,
      liability: params.automatic_tax?.enabled ? { type: 'self' } : null,
    },
    billing_mode: billingMode(params.billing_mode),
    billing_schedules: [],
    cancel_at: typeof params.cancel_at === 'number' ? params.cancel_at : null,
    cancel_at_period_end: params.cancel_at_period_end ?? false,
    cancellation_details: {},
    collection_method: params.collection_method ?? 'charge_automatically',
    created: draft.now,
    currency,
    customer: customer.id,
    days_until_due: params.days_until_due ?? null,
    default_payment_method: params.default_payment_method
      ? ownMethod(draft, customer.id, params.default_payment_method, 'default_payment_method')
      : null,
    default_tax_rates: readTaxRates(draft, params.default_tax_rates, 'default_tax_rates'),
    description: params.description ?? null,
    discounts: readDiscounts(
      draft,
      params.discounts as never,
      { customer: customer.id, subscription: id },
      currency,
    ),
    invoice_settings: { issuer: { type: 'self' } },
    items: { ...list(items, `/v1/subscription_items?subscription=${id}`), total_count: items.length },
    livemode: false,
    metadata: metadata(params.metadata),
    payment_settings: {
      save_default_payment_method: params.payment_settings?.save_default_payment_method ?? 'off',
    },
    start_date: draft.now,
    status: trialEnd ? 'trialing' : 'incomplete',
    trial_end: trialEnd,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: params.trial_settings?.end_behavior?.billing_cycle_anchor ?? 'unchanged',
        missing_payment_method:
          params.trial_settings?.end_behavior?.missing_payment_method ?? 'create_invoice',
      },
    },
    trial_start: trialEnd ? draft.now : null,
  } as never)
  draft.put('own.subscription', {
    id,
    pendingUpdate: null,
    announceTrialAt: announceAt(draft.now, trialEnd),
    resumption: null,
  })
  if (params.cancel_at_period_end)
    draft.change('subscription', id, {
      cancel_at: Math.min(...items.map((item) => item.current_period_end)),
      canceled_at: draft.now,
    })
  addOnceItems(draft, params, subscription)
  return start(draft, params, draft.need('subscription', id), payment)
}

/** Bills the first stretch and takes the money; the subscription is announced as it ends up. */
const start = (
  draft: Draft,
  params: CreateParams,
  subscription: Subscription,
  payment?: FirstPayment,
): Subscription => {
  const { id } = subscription
  const free = subscription.status === 'trialing'
  const invoice = bill(draft, subscription, {
    reason: 'subscription_create',
    stretches: subscription.items.data.map((item) => {
      const stub = periodAt(subscription, item.price, draft.now).start < draft.now
      return {
        item,
        from: draft.now,
        ...(free && { free: true, to: subscription.trial_end! }),
        ...(stub && params.proration_behavior === 'none' && { free: true }),
      }
    }),
    autoAdvance: true,
    offSession: params.off_session ?? false,
  })
  finalize(draft, invoice.id)
  collectFirst(
    draft,
    id,
    invoice.id,
    params.payment_behavior ?? 'allow_incomplete',
    params.off_session ?? false,
    payment,
  )
  const done = draft.need('subscription', id)
  draft.emit('customer.subscription.created', done)
  return done
}

/** Three days before a trial ends its end is announced; at once when it is shorter. */
export const announceAt = (now: number, trialEnd: number | null): number | null =>
  trialEnd && Math.max(now, trialEnd - 3 * DAY)

/** One-time charges that ride on the first invoice. */
const addOnceItems = (draft: Draft, params: CreateParams, subscription: Subscription) => {
  for (const [index, item] of (params.add_invoice_items ?? []).entries())
    createInvoiceItem(
      draft,
      { ...item, customer: subscription.customer, subscription: subscription.id } as never,
      `add_invoice_items[${index}]`,
    )
}

const billingMode = (given: CreateParams['billing_mode']): Subscription['billing_mode'] => {
  if (given?.type === 'classic')
    throw invalid(
      'The sandbox serves flexible billing mode only, the default of this API version.',
      'billing_mode[type]',
    )
  const discounts = given?.flexible?.proration_discounts ?? 'included'
  if (discounts === 'itemized')
    throw invalid(
      'The sandbox serves proration_discounts=included only.',
      'billing_mode[flexible][proration_discounts]',
    )
  return { type: 'flexible', flexible: { proration_discounts: 'included' } }
}

const oneCurrency = (prices: Price[], given?: string): string => {
  const currency = given?.toLowerCase() ?? prices[0]!.currency
  const other = prices.find((price) => price.currency !== currency)
  if (other)
    throw invalid(
      `The price specified only supports \`${other.currency}\`. This doesn't match the expected currency: \`${currency}\`.`,
      'items',
    )
  return currency
}

export const refuseOtherCurrency = (draft: Draft, customer: string, currency: string): void => {
  const other = draft
    .where('subscription', 'customer', customer)
    .find((each) => !each.ended_at && each.currency !== currency)
  const known = other?.currency ?? draft.need('customer', customer).currency
  if (known && known !== currency)
    throw invalid(
      `You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, invoice item, or active subscription mode checkout session with currency ${known}`,
      'currency',
    )
}

const trialEndOf = (draft: Draft, params: CreateParams): number | null => {
  if (params.trial_period_days !== undefined && params.trial_end !== undefined)
    throw invalid(
      'You may only specify one of these parameters: trial_end, trial_period_days.',
      'trial_end',
      'parameters_exclusive',
    )
  if (params.trial_period_days !== undefined) {
    if (params.trial_period_days < 1)
      throw invalid('Invalid integer: trial_period_days must be at least 1.', 'trial_period_days')
    return draft.now + params.trial_period_days * DAY
  }
  if (params.trial_end === undefined || params.trial_end === 'now') return null
  if (params.trial_end <= draft.now)
    throw invalid('Invalid timestamp: must be an integer Unix timestamp in the future.', 'trial_end')
  return params.trial_end
}

const anchorOf = (
  draft: Draft,
  params: CreateParams,
  config: AnchorConfig | null,
  trialEnd: number | null,
  prices: Price[],
): number => {
  if (params.billing_cycle_anchor !== undefined && config)
    throw invalid(
      'You may only specify one of these parameters: billing_cycle_anchor, billing_cycle_anchor_config.',
      'billing_cycle_anchor',
      'parameters_exclusive',
    )
  if (config) {
    checkConfig(config)
    return anchorFrom(config, trialEnd ?? draft.now)
  }
  const given = params.billing_cycle_anchor
  if (given === undefined) return trialEnd ?? draft.now
  if (given < draft.now)
    throw invalid(
      'Invalid timestamp: must be an integer Unix timestamp in the future.',
      'billing_cycle_anchor',
    )
  const latest = Math.min(...prices.map((price) => advance(trialEnd ?? draft.now, price.recurring!)))
  if (given > latest)
    throw invalid(
      '`billing_cycle_anchor` cannot be later than next natural billing date for plan.',
      'billing_cycle_anchor',
    )
  return given
}

export const checkConfig = (config: AnchorConfig, param = 'billing_cycle_anchor_config'): void => {
  const check = (name: keyof AnchorConfig, from: number, to: number) => {
    const value = config[name]
    if (value != null && (value < from || value > to))
      throw invalid(
        `Invalid integer: ${name} must be between ${from} and ${to}.`,
        `${param}[${name}]`,
        'parameter_invalid_integer',
      )
  }
  check('day_of_month', 1, 31)
  check('month', 1, 12)
  check('hour', 0, 23)
  check('minute', 0, 59)
  check('second', 0, 59)
}

const configOf = (config: AnchorConfig | null): Subscription['billing_cycle_anchor_config'] =>
  config && {
    day_of_month: config.day_of_month,
    hour: config.hour ?? null,
    minute: config.minute ?? null,
    month: config.month ?? null,
    second: config.second ?? null,
  }
