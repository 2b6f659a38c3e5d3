import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { list } from '../../http/list.ts'
import { metadata } from '../../http/metadata.ts'
import { newId } from '../../ids.ts'
import type { Subscription } from '../../kinds.ts'
import type { AnchorConfig, Period } from '../../money/cycle.ts'
import { readDiscounts } from '../discount.ts'
import { finalize } from '../invoice/finalize.ts'
import { createInvoiceItem } from '../invoice-item.ts'
import { needCustomer } from '../need-customer.ts'
import { ownMethod } from '../payment-method.ts'
import { bill } from './bill.ts'
import { collectFirst, type FirstPayment } from './collect-first.ts'
import {
  type ItemParams,
  needRecurring,
  newItem,
  periodAt,
  readPrice,
  readTaxRates,
  refuseDuplicates,
} from './items.ts'
import {
  anchorOf,
  announceAt,
  billingMode,
  configOf,
  oneCurrency,
  refuseOtherCurrency,
  trialEndOf,
} from './terms.ts'

export type CreateParams = Stripe.SubscriptionCreateParams

/** What only a checkout knows of the subscription that it creates. */
interface ByCheckout {
  payment?: FirstPayment | undefined
  /** Its first period began before now, with the anchor. */
  periodStart?: number | undefined
}

/** A new subscription, whose first period is billed at once. */
export const createSubscription = (
  draft: Draft,
  params: CreateParams,
  { payment, periodStart }: ByCheckout = {},
): Subscription => {
  if (!params.customer) throw invalid('Missing required param: customer.', 'customer', 'parameter_missing')
  if (!params.items?.length) throw invalid('Missing required param: items.', 'items', 'parameter_missing')
  const customer = needCustomer(draft, params.customer)
  const prices = params.items.map((item, index) =>
    needRecurring(readPrice(draft, item as ItemParams, `items[${index}]`), `items[${index}]`),
  )
  const currency = oneCurrency(prices, params.currency)
  refuseOtherCurrency(draft, customer.id, currency)
  const trialEnd = trialEndOf(draft, params)
  const config = (params.billing_cycle_anchor_config ?? null) as AnchorConfig | null
  const anchor = periodStart ?? anchorOf(draft, params, config, trialEnd, prices)
  const id = newId('subscription')
  const anchored = { billing_cycle_anchor: anchor, billing_cycle_anchor_config: configOf(config) }
  const items = params.items.map((input, index) => {
    const price = prices[index]!
    const period: Period = trialEnd
      ? { start: draft.now, end: trialEnd }
      : { start: periodStart ?? draft.now, end: periodAt(anchored, price, draft.now).end }
    return newItem(draft, {
      subscription: id,
      customer: customer.id,
      price,
      input: input as ItemParams,
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
  draft.put('internal.subscription', {
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
  return start(draft, params, draft.need('subscription', id), { payment, periodStart })
}

/** Bills the first period and collects; the creation event shows the resulting status. */
const start = (
  draft: Draft,
  params: CreateParams,
  subscription: Subscription,
  { payment, periodStart = draft.now }: ByCheckout,
): Subscription => {
  const { id } = subscription
  const free = subscription.status === 'trialing'
  const invoice = bill(draft, subscription, {
    reason: 'subscription_create',
    itemPeriods: subscription.items.data.map((item) => {
      const stub = periodAt(subscription, item.price, periodStart).start < periodStart
      return {
        item,
        from: periodStart,
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

/** One-time charges that are added to the first invoice. */
const addOnceItems = (draft: Draft, params: CreateParams, subscription: Subscription) => {
  for (const [index, item] of (params.add_invoice_items ?? []).entries())
    createInvoiceItem(
      draft,
      { ...item, customer: subscription.customer, subscription: subscription.id } as never,
      `add_invoice_items[${index}]`,
    )
}
