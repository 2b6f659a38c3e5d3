import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import type { Subscription, SubscriptionItem } from '../../kinds.ts'
import { createInvoiceItem } from '../invoice-item.ts'
import type { ItemPeriod } from './bill.ts'
import { periodAt } from './items.ts'
import { credit, debit } from './prorate.ts'
import { readItems } from './read-items.ts'

type Update = Stripe.SubscriptionUpdateParams

/** The part of an update that affects money; previews, updates, pending updates and schedules all use this code. */
export interface MoneyChange {
  items?: Update['items']
  add_invoice_items?: Update['add_invoice_items']
  proration_behavior?: Update['proration_behavior']
  proration_date?: number | undefined
  /** `now` restarts the period of every item; a preview may use another moment. */
  anchor?: number | undefined
  trial_end?: Update['trial_end']
}

export interface Changed {
  /** Whether an invoice is made at once, and what its items are charged in addition to prorations. */
  billsNow: boolean
  itemPeriods: ItemPeriod[]
  at: number
}

/** Changes items, anchor and trial of a subscription in this draft; the prorations become pending items. */
export const changeMoney = (draft: Draft, id: string, change: MoneyChange): Changed => {
  const before = draft.need('subscription', id)
  const at = change.proration_date ?? draft.now
  if (change.proration_date !== undefined) checkProrationDate(before, change)
  const behavior = change.proration_behavior ?? 'create_prorations'
  const items = readItems(draft, before, change.items ?? [], at)
  for (const [index, item] of (change.add_invoice_items ?? []).entries())
    createInvoiceItem(
      draft,
      { ...item, customer: before.customer, subscription: id } as never,
      `add_invoice_items[${index}]`,
    )
  if (change.trial_end !== undefined) return changeTrial(draft, before, items, change, behavior, at)
  if (change.anchor !== undefined)
    return restart(draft, before, items, change.anchor, behavior !== 'none' && at, {})
  const paying = before.status !== 'trialing' && before.status !== 'paused'
  const periods = items.map((item) => withPeriod(before, item, at))
  if (paying && behavior !== 'none') prorate(draft, before, periods, at)
  put(draft, before, periods)
  return { billsNow: behavior === 'always_invoice' && paying, itemPeriods: [], at }
}

/** Credits ending items and charges new ones, each item by itself. */
const prorate = (draft: Draft, before: Subscription, items: SubscriptionItem[], at: number): void => {
  for (const old of before.items.data) {
    const now = items.find((item) => item.id === old.id)
    if (now && !differs(old, now)) continue
    credit(draft, before, old, at)
    // A period that ends at this very second is charged by its renewal.
    if (now && now.current_period_end > at) debit(draft, before, now, items, at)
  }
  for (const item of items)
    if (!before.items.data.some((old) => old.id === item.id)) debit(draft, before, item, items, at)
}

const differs = (a: SubscriptionItem, b: SubscriptionItem) =>
  a.price.id !== b.price.id || a.quantity !== b.quantity

/** An item keeps its period unless it is new or its interval changed: then it joins the anchor's cycle at once. */
const withPeriod = (subscription: Subscription, item: SubscriptionItem, at: number): SubscriptionItem => {
  const old = subscription.items.data.find((each) => each.id === item.id)
  if (subscription.status === 'trialing')
    return {
      ...item,
      current_period_start: subscription.trial_start!,
      current_period_end: subscription.trial_end!,
    }
  const same =
    old?.price.recurring?.interval === item.price.recurring!.interval &&
    old?.price.recurring?.interval_count === item.price.recurring!.interval_count
  if (same) return item
  return { ...item, current_period_start: at, current_period_end: periodAt(subscription, item.price, at).end }
}

/**
 * Restarts every item's period at the anchor: what was paid for after `creditsFrom` is credited, and the new period is
 * charged in full.
 */
const restart = (
  draft: Draft,
  before: Subscription,
  items: SubscriptionItem[],
  anchor: number,
  creditsFrom: number | false,
  patch: Partial<Subscription>,
): Changed => {
  if (creditsFrom !== false && before.status !== 'trialing')
    for (const old of before.items.data) credit(draft, before, old, creditsFrom)
  const anchored = { ...before, ...patch, billing_cycle_anchor: anchor, billing_cycle_anchor_config: null }
  const renewed = items.map((item) => ({
    ...item,
    current_period_start: anchor,
    current_period_end: periodAt(anchored, item.price, anchor).end,
  }))
  put(draft, anchored, renewed)
  return { billsNow: true, itemPeriods: renewed.map((item) => ({ item, from: anchor })), at: anchor }
}

const changeTrial = (
  draft: Draft,
  before: Subscription,
  items: SubscriptionItem[],
  change: MoneyChange,
  behavior: string,
  at: number,
): Changed => {
  if (change.trial_end === 'now') {
    if (before.status !== 'trialing') throw invalid('This subscription is not trialing.', 'trial_end')
    draft.change('internal.subscription', before.id, { announceTrialAt: null })
    return restart(draft, before, items, draft.now, false, { status: 'active', trial_end: draft.now })
  }
  const end = change.trial_end as number
  if (end <= draft.now)
    throw invalid('Invalid timestamp: must be an integer Unix timestamp in the future.', 'trial_end')
  if (behavior !== 'none' && before.status !== 'trialing')
    for (const old of before.items.data) credit(draft, before, old, at)
  const trialing = {
    ...before,
    billing_cycle_anchor: end,
    billing_cycle_anchor_config: null,
    status: 'trialing' as const,
    trial_start: before.status === 'trialing' ? before.trial_start : draft.now,
    trial_end: end,
  }
  draft.change('internal.subscription', before.id, { announceTrialAt: Math.max(draft.now, end - 3 * 86_400) })
  const free = items.map((item) => ({ ...item, current_period_start: draft.now, current_period_end: end }))
  put(draft, trialing, free)
  const itemPeriods = free.map((item) => ({ item, from: draft.now, to: end, free: true }))
  return { billsNow: before.status !== 'trialing' || behavior === 'always_invoice', itemPeriods, at }
}

const put = (draft: Draft, subscription: Subscription, items: SubscriptionItem[]) =>
  draft.put('subscription', {
    ...subscription,
    items: { ...subscription.items, data: items, total_count: items.length } as Subscription['items'],
  })

const checkProrationDate = (subscription: Subscription, change: MoneyChange): void => {
  const date = change.proration_date!
  const touched = new Set((change.items ?? []).map((item) => item.id).filter(Boolean))
  const items = subscription.items.data.filter((item) => !touched.size || touched.has(item.id))
  if (!items.some((item) => date >= item.current_period_start && date <= item.current_period_end))
    throw invalid('Cannot specify `proration_date` outside of the current billing period.', 'proration_date')
}
