import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import type { Subscription } from '../../kinds.ts'
import { collect } from '../invoice/collect.ts'
import { finalize } from '../invoice/finalize.ts'
import { bill, pendingItems } from './bill.ts'
import { dropPendingUpdate } from './pending-update.ts'
import { credit } from './prorate.ts'

type PauseReason = 'pause_requested' | 'trial_end_without_payment_method'

export const pausedFor = (reason: PauseReason, now: number): NonNullable<Subscription['status_details']> =>
  ({ paused: { subscription: { type: reason }, transitioned_at: now, type: 'subscription' } }) as never

/** Stops billing until the subscription is resumed; unused paid time is credited unless the request says otherwise. */
export const pauseSubscription = (
  draft: Draft,
  params: Stripe.SubscriptionPauseParams,
  id: string,
): Subscription => {
  const before = draft.need('subscription', id)
  if (before.schedule)
    throw invalid(
      `The subscription is managed by the subscription schedule \`${before.schedule}\`, and pausing it directly is not allowed.`,
    )
  if (before.status !== 'active' && before.status !== 'trialing' && before.status !== 'past_due')
    throw invalid(`You cannot pause a subscription with a status of ${before.status}.`)
  dropPendingUpdate(draft, id)
  const from = params.bill_for?.unused_time_from?.type ?? 'now'
  if (from !== 'none')
    for (const item of before.items.data)
      credit(draft, before, item, from === 'now' ? draft.now : item.current_period_start)
  const paused = draft.change('subscription', id, {
    pending_update: null,
    status: 'paused',
    status_details: pausedFor('pause_requested', draft.now),
  })
  if (params.invoicing_behavior === 'invoice' && pendingItems(draft, before.customer, id).length) {
    const invoice = bill(draft, paused, { reason: 'subscription_update', itemPeriods: [], autoAdvance: true })
    if (finalize(draft, invoice.id).status === 'open')
      collect(draft, invoice.id, { offSession: true, retries: true })
  }
  const after = draft.need('subscription', id)
  draft.emit('customer.subscription.paused', after)
  draft.emit('customer.subscription.updated', after)
  return after
}
