import type { Draft } from '../../draft.ts'
import type { Subscription } from '../../kinds.ts'
import { voidInvoice } from '../invoice/close.ts'
import { dropPendingUpdate } from './pending-update.ts'

type Reason = NonNullable<Subscription['cancellation_details']>['reason']

/** Ends a subscription now. As at Stripe, its open invoices remain but are no longer collected. */
export const endSubscription = (
  draft: Draft,
  id: string,
  reason: Reason,
  status: Subscription['status'] = 'canceled',
): Subscription => {
  dropPendingUpdate(draft, id)
  for (const invoice of draft.where('invoice', 'subscription', id)) {
    if (status === 'incomplete_expired' && invoice.status === 'open') voidInvoice(draft, invoice.id)
    else if (invoice.status === 'draft' || invoice.status === 'open')
      draft.change('invoice', invoice.id, {
        auto_advance: false,
        automatically_finalizes_at: null,
        next_payment_attempt: null,
      })
  }
  const before = draft.need('subscription', id)
  for (const item of before.items.data)
    for (const debit of draft.where('internal.debit', 'item', item.id))
      draft.remove('internal.debit', debit.id)
  const schedule = before.schedule && draft.find('subscription_schedule', before.schedule)
  const subscription = draft.change('subscription', id, {
    canceled_at: before.canceled_at ?? draft.now,
    cancellation_details: {
      ...before.cancellation_details!,
      reason: before.cancellation_details?.reason ?? reason,
    },
    ended_at: draft.now,
    schedule: null,
    status,
  })
  if (schedule && (schedule.status === 'active' || schedule.status === 'not_started')) {
    const ended = draft.change('subscription_schedule', schedule.id, {
      canceled_at: draft.now,
      status: 'canceled',
      current_phase: null,
    })
    draft.emit('subscription_schedule.canceled', ended)
  }
  draft.emit(
    status === 'incomplete_expired' ? 'customer.subscription.updated' : 'customer.subscription.deleted',
    subscription,
  )
  return subscription
}
