import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import { metadata } from '../../http/metadata.ts'
import type { Invoice, Subscription } from '../../kinds.ts'
import { readDiscounts } from '../discount.ts'
import { collect } from '../invoice/collect.ts'
import { finalize } from '../invoice/finalize.ts'
import { ownMethod } from '../payment-method.ts'
import { authenticationRequired, noMethod, refusalOf } from '../payment-refusal.ts'
import { bill, pendingItems } from './bill.ts'
import { detailsOf } from './cancel.ts'
import { type Changed, changeMoney, type MoneyChange } from './change.ts'
import { checkUpdate, type UpdateParams } from './check-update.ts'
import { withoutTraces } from './collect-first.ts'
import { readTaxRates } from './items.ts'
import { createPendingUpdate, dropPendingUpdate } from './pending-update.ts'

/**
 * Updates a subscription. Changes that affect money are made in a fork, which `payment_behavior` then keeps, holds back
 * or drops.
 */
export const updateSubscription = (draft: Draft, params: UpdateParams, id: string): Subscription => {
  const before = draft.need('subscription', id)
  checkUpdate(draft, before, params)
  const touchesMoney =
    params.items || params.billing_cycle_anchor?.type === 'now' || params.trial_end !== undefined
  if (touchesMoney && before.pending_update) dropPendingUpdate(draft, id)
  const fork = draft.fork()
  applyPlain(fork, params, id)
  const changed = changeMoney(fork, id, moneyChangeOf(fork, params))
  const invoice = billChange(fork, id, changed)
  if (!invoice) draft.absorb(fork)
  else pay(draft, fork, params, id, finalize(fork, invoice.id))
  const after = draft.need('subscription', id)
  if (after !== before) draft.emit('customer.subscription.updated', after)
  return draft.need('subscription', id)
}

export const moneyChangeOf = (draft: Draft, params: UpdateParams): MoneyChange =>
  ({
    items: params.items,
    add_invoice_items: params.add_invoice_items,
    proration_behavior: params.proration_behavior,
    proration_date: params.proration_date,
    ...(params.billing_cycle_anchor?.type === 'now' && { anchor: draft.now }),
    ...(params.trial_end !== undefined && { trial_end: params.trial_end }),
  }) as MoneyChange

/** The invoice that a change makes at once, if any: prorations, all pending items, and restarted periods. */
export const billChange = (draft: Draft, id: string, changed: Changed): Invoice | null => {
  if (!changed.billsNow) return null
  const subscription = draft.need('subscription', id)
  if (!changed.itemPeriods.length && !pendingItems(draft, subscription.customer, id).length) return null
  return bill(draft, subscription, {
    reason: 'subscription_update',
    itemPeriods: changed.itemPeriods,
    autoAdvance: true,
    prorationDate: changed.at,
  })
}

const pay = (draft: Draft, fork: Draft, params: UpdateParams, id: string, invoice: Invoice): void => {
  const behavior = params.payment_behavior ?? 'allow_incomplete'
  if (invoice.status === 'paid' || invoice.collection_method === 'send_invoice') {
    draft.absorb(fork)
    return
  }
  if (behavior === 'default_incomplete') {
    draft.absorb(fork)
    draft.change('subscription', id, { status: 'past_due' })
    return
  }
  const pending = behavior === 'pending_if_incomplete'
  if (pending)
    fork.change('internal.subscription', id, {
      pendingUpdate: { invoice: invoice.id, changes: [], swept: [] },
    })
  const intent = collect(fork, invoice.id, { offSession: params.off_session ?? false, retries: !pending })
  const paid = fork.need('invoice', invoice.id).status === 'paid'
  if (pending && !paid) {
    createPendingUpdate(draft, fork, id, invoice.id)
    return
  }
  if (!paid && behavior === 'error_if_incomplete')
    throw withoutTraces(
      !intent
        ? noMethod()
        : intent.status === 'requires_action'
          ? authenticationRequired(intent)
          : refusalOf(intent),
    )
  draft.absorb(fork)
}

/** The parts of an update that do not affect money. */
const applyPlain = (draft: Draft, params: UpdateParams, id: string): void => {
  const before = draft.need('subscription', id)
  const updatedValue = <Value>(value: Value | '' | null | undefined, old: Value | null): Value | null =>
    value === undefined ? old : value === '' ? null : value
  draft.put('subscription', {
    ...before,
    ...cancellationOf(draft, before, params),
    ...(params.automatic_tax && {
      automatic_tax: { ...before.automatic_tax, enabled: params.automatic_tax.enabled },
    }),
    ...(params.cancellation_details && {
      cancellation_details: detailsOf(before, params.cancellation_details),
    }),
    collection_method: params.collection_method ?? before.collection_method,
    days_until_due: params.days_until_due ?? before.days_until_due,
    default_payment_method: params.default_payment_method
      ? ownMethod(draft, before.customer, params.default_payment_method, 'default_payment_method')
      : params.default_payment_method === undefined
        ? before.default_payment_method
        : null,
    ...(params.default_tax_rates !== undefined && {
      default_tax_rates: readTaxRates(draft, params.default_tax_rates, 'default_tax_rates'),
    }),
    description: updatedValue(params.description, before.description),
    ...(params.discounts !== undefined && {
      discounts: readDiscounts(
        draft,
        params.discounts as never,
        { customer: before.customer, subscription: id },
        before.currency,
      ),
    }),
    metadata: metadata(params.metadata, before.metadata),
    ...(params.pause_collection !== undefined && {
      pause_collection: params.pause_collection
        ? {
            behavior: params.pause_collection.behavior,
            resumes_at: params.pause_collection.resumes_at ?? null,
          }
        : null,
    }),
    ...(params.payment_settings?.save_default_payment_method && {
      payment_settings: {
        ...before.payment_settings!,
        save_default_payment_method: params.payment_settings.save_default_payment_method,
      },
    }),
    ...(params.trial_settings && {
      trial_settings: {
        end_behavior: { ...before.trial_settings!.end_behavior, ...params.trial_settings.end_behavior },
      },
    }),
  } as Subscription)
}

const cancellationOf = (draft: Draft, before: Subscription, params: UpdateParams): Partial<Subscription> => {
  const ends = before.items.data.map((item) => item.current_period_end)
  const cancelAt = (at: number, atPeriodEnd: boolean): Partial<Subscription> => ({
    cancel_at: at,
    cancel_at_period_end: atPeriodEnd,
    canceled_at: draft.now,
    cancellation_details: { ...before.cancellation_details!, reason: 'cancellation_requested' },
  })
  const notCanceled: Partial<Subscription> = {
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { ...before.cancellation_details!, reason: null },
  }
  if (params.cancel_at_period_end === true) return cancelAt(Math.min(...ends), true)
  if (params.cancel_at_period_end === false && before.cancel_at_period_end) return notCanceled
  if (params.cancel_at === undefined) return {}
  if (params.cancel_at === null || params.cancel_at === '') return notCanceled
  if (params.cancel_at === 'min_period_end') return cancelAt(Math.min(...ends), false)
  if (params.cancel_at === 'max_period_end') return cancelAt(Math.max(...ends), false)
  const at = params.cancel_at as number
  if (typeof at !== 'number')
    throw invalid(`The sandbox does not serve cancel_at=${params.cancel_at}.`, 'cancel_at')
  if (at <= draft.now)
    throw invalid('Invalid timestamp: must be an integer Unix timestamp in the future.', 'cancel_at')
  return cancelAt(at, false)
}
