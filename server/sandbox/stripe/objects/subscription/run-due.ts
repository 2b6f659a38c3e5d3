import type { Draft } from '../../draft.ts'
import type { Subscription } from '../../kinds.ts'
import { markUncollectible, voidInvoice } from '../invoice/close.ts'
import { finalize } from '../invoice/finalize.ts'
import { bill } from './bill.ts'
import { cancelNow } from './cancel.ts'
import { endSubscription } from './end.ts'
import { periodAt } from './items.ts'
import { dropPendingUpdate } from './pending-update.ts'
import { endTrial } from './trial.ts'

/** Runs what is due for a subscription, one thing after the other. */
export const runDueSubscription = (draft: Draft, id: string): void => {
  const subscription = draft.need('subscription', id)
  const { now } = draft
  if (subscription.status === 'incomplete') {
    endSubscription(draft, id, null, 'incomplete_expired')
    return
  }
  if (subscription.pending_update && subscription.pending_update.expires_at <= now)
    dropPendingUpdate(draft, id, true)
  if (subscription.pause_collection?.resumes_at && subscription.pause_collection.resumes_at <= now)
    draft.emit('customer.subscription.updated', draft.change('subscription', id, { pause_collection: null }))
  if (subscription.cancel_at && subscription.cancel_at <= now) {
    cancelNow(draft, id, { credits: true, invoices: true })
    return
  }
  if (subscription.status === 'trialing') {
    if (subscription.trial_end! <= now) endTrial(draft, id)
    return
  }
  renew(draft, id)
}

/** Starts the next period of every item whose period is over, and drafts its invoice. */
export const renew = (draft: Draft, id: string): void => {
  const before = draft.need('subscription', id)
  const ended = before.items.data.filter((item) => item.current_period_end <= draft.now)
  if (!ended.length) return
  const period = {
    start: Math.min(...ended.map((item) => item.current_period_start)),
    end: Math.max(...ended.map((item) => item.current_period_end)),
  }
  const items = before.items.data.map((item) => {
    if (!ended.includes(item)) return item
    const start = item.current_period_end
    return {
      ...item,
      current_period_start: start,
      current_period_end: periodAt(before, item.price, start).end,
    }
  })
  const subscription = draft.change('subscription', id, { items: { ...before.items, data: items } })
  const renewed = items.filter((item) => ended.some((each) => each.id === item.id))
  const invoice = bill(draft, subscription, {
    reason: 'subscription_cycle',
    itemPeriods: renewed.map((item) => ({ item, from: item.current_period_start })),
    autoAdvance: before.pause_collection?.behavior !== 'keep_as_draft',
    offSession: true,
    period,
  })
  applyPauseCollection(draft, subscription, invoice.id)
  draft.emit('customer.subscription.updated', draft.need('subscription', id))
}

/** With collection paused, invoices are made and then kept as drafts, voided or marked uncollectible, as requested. */
const applyPauseCollection = (draft: Draft, { pause_collection: pause }: Subscription, invoice: string) => {
  if (!pause || pause.behavior === 'keep_as_draft') return
  if (finalize(draft, invoice).status !== 'open') return
  if (pause.behavior === 'void') voidInvoice(draft, invoice)
  else markUncollectible(draft, invoice)
}
