import type { Draft } from '../../draft.ts'
import type { Subscription } from '../../kinds.ts'
import { bill } from './bill.ts'
import { endSubscription } from './end.ts'
import { periodAt } from './items.ts'
import { pausedFor } from './pause.ts'

/** The trial is over: with a card the first period is billed; without one `missing_payment_method` decides. */
export const endTrial = (draft: Draft, id: string): void => {
  const before = draft.need('subscription', id)
  const customer = draft.need('customer', before.customer)
  const hasMethod = before.default_payment_method ?? customer.invoice_settings?.default_payment_method
  const missing = hasMethod ? 'create_invoice' : before.trial_settings?.end_behavior.missing_payment_method
  if (missing === 'cancel') {
    endSubscription(draft, id, 'cancellation_requested')
    return
  }
  if (missing === 'pause') {
    pause(draft, id)
    return
  }
  const subscription = startPaying(draft, before)
  bill(draft, subscription, {
    reason: 'subscription_cycle',
    itemPeriods: subscription.items.data.map((item) => ({ item, from: draft.now })),
    autoAdvance: true,
    offSession: true,
    period: { start: before.trial_start!, end: before.trial_end! },
  })
  draft.emit('customer.subscription.updated', draft.need('subscription', id))
}

const startPaying = (draft: Draft, before: Subscription): Subscription => {
  const resets = before.trial_settings?.end_behavior.billing_cycle_anchor === 'now'
  const anchored = {
    ...before,
    ...(resets && { billing_cycle_anchor: draft.now, billing_cycle_anchor_config: null }),
  }
  const items = before.items.data.map((item) => ({
    ...item,
    current_period_start: draft.now,
    current_period_end: periodAt(anchored, item.price, draft.now).end,
  }))
  return draft.put('subscription', { ...anchored, status: 'active', items: { ...before.items, data: items } })
}

const pause = (draft: Draft, id: string) => {
  const paused = draft.change('subscription', id, {
    status: 'paused',
    status_details: pausedFor('trial_end_without_payment_method', draft.now),
  })
  draft.emit('customer.subscription.paused', paused)
  draft.emit('customer.subscription.updated', paused)
}
