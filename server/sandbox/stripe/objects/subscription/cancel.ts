import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import type { Subscription } from '../../kinds.ts'
import { collect } from '../invoice/collect.ts'
import { finalize } from '../invoice/finalize.ts'
import { bill, pendingItems } from './bill.ts'
import { endSubscription } from './end.ts'
import { credit } from './prorate.ts'

/** Cancels it now: unused time is credited, and pending items are billed, when the request asks for it. */
export const cancelNow = (
  draft: Draft,
  id: string,
  how: { credits: boolean; invoices: boolean },
): Subscription => {
  const before = draft.need('subscription', id)
  if (how.credits)
    for (const item of before.items.data)
      if (item.current_period_end > draft.now) credit(draft, before, item, draft.now)
  endSubscription(draft, id, 'cancellation_requested')
  if (how.invoices && pendingItems(draft, before.customer, id).length) {
    const last = bill(draft, draft.need('subscription', id), {
      reason: 'subscription_update',
      itemPeriods: [],
      autoAdvance: true,
      offSession: true,
    })
    finalize(draft, last.id)
    if (draft.need('invoice', last.id).status === 'open')
      collect(draft, last.id, { offSession: true, retries: false })
  } else if (!how.credits && !how.invoices) dropProrations(draft, before)
  return draft.need('subscription', id)
}

/** Without a last invoice and without credits, pending prorations are dropped. */
const dropProrations = (draft: Draft, subscription: Subscription) => {
  for (const item of pendingItems(draft, subscription.customer, subscription.id))
    if (item.proration) draft.remove('invoiceitem', item.id)
}

export const cancelSubscription = (
  draft: Draft,
  params: Stripe.SubscriptionCancelParams,
  id: string,
): Subscription => {
  const before = draft.need('subscription', id)
  if (before.ended_at) throw invalid(`No such subscription: '${id}'`, 'id', 'resource_missing')
  if (params.cancellation_details)
    draft.change('subscription', id, { cancellation_details: detailsOf(before, params.cancellation_details) })
  return cancelNow(draft, id, { credits: params.prorate ?? false, invoices: params.invoice_now ?? false })
}

type CancellationParams = NonNullable<Stripe.SubscriptionUpdateParams['cancellation_details']>

export const detailsOf = (
  subscription: Subscription,
  input: CancellationParams,
): Subscription['cancellation_details'] => ({
  ...subscription.cancellation_details!,
  ...(input.comment !== undefined && { comment: input.comment || null }),
  ...(input.feedback !== undefined && { feedback: input.feedback || null }),
})
