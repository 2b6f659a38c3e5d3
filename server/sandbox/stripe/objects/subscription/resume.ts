import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import type { Subscription } from '../../kinds.ts'
import type { Change } from '../../store.ts'
import { voidInvoice } from '../invoice/close.ts'
import { collect } from '../invoice/collect.ts'
import { finalize } from '../invoice/finalize.ts'
import { bill } from './bill.ts'
import { applyDeferred, deferChanges } from './deferred-changes.ts'
import { periodAt } from './items.ts'

const PAYMENT_WINDOW = 23 * 3600

/**
 * Ends a pause. The resumption invoice is charged at once; until it is paid the subscription stays paused (with
 * `resume_on_payment_attempt` it resumes whether or not the attempt succeeds).
 */
export const resumeSubscription = (
  draft: Draft,
  params: Stripe.SubscriptionResumeParams,
  id: string,
): Subscription => {
  const before = draft.need('subscription', id)
  if (before.status !== 'paused')
    throw invalid(
      `This subscription has a status of ${before.status}; only paused subscriptions can be resumed.`,
    )
  if (draft.need('internal.subscription', id).resumption)
    throw invalid('This subscription is already being resumed.')
  const fork = draft.fork()
  const now = params.billing_cycle_anchor?.type !== 'unchanged'
  const prorates = (params.proration_behavior ?? 'create_prorations') !== 'none'
  const anchored = fork.change('subscription', id, {
    ...(now && { billing_cycle_anchor: draft.now, billing_cycle_anchor_config: null }),
    status: 'active',
    status_details: undefined as never,
    trial_end: before.trial_end,
  })
  const items = anchored.items.data.map((item) => {
    const period = periodAt(anchored, item.price, draft.now)
    return { ...item, current_period_start: now ? draft.now : period.start, current_period_end: period.end }
  })
  const resumed = fork.change('subscription', id, { items: { ...anchored.items, data: items } })
  const invoice = bill(fork, resumed, {
    reason: 'subscription_update',
    itemPeriods: items.map((item) => ({
      item,
      from: params.proration_date ?? draft.now,
      ...(!now && !prorates && { free: true }),
    })),
    autoAdvance: true,
    prorationDate: params.proration_date,
  })
  finalize(fork, invoice.id)
  if (fork.need('invoice', invoice.id).status !== 'paid') {
    const state = fork.need('internal.subscription', id)
    fork.put('internal.subscription', {
      ...state,
      resumption: { invoice: invoice.id, expiresAt: draft.now + PAYMENT_WINDOW, changes: [] },
    })
    collect(fork, invoice.id, { offSession: false, retries: false })
  }
  const paid = fork.need('invoice', invoice.id).status === 'paid'
  if (paid || params.payment_behavior === 'resume_on_payment_attempt') {
    fork.change('internal.subscription', id, { resumption: null })
    draft.absorb(fork)
    if (!paid) draft.change('subscription', id, { status: 'past_due' })
    return emitResumed(draft, id)
  }
  const changes = deferChanges(draft, fork, id)
  draft.change('internal.subscription', id, {
    resumption: { invoice: invoice.id, expiresAt: draft.now + PAYMENT_WINDOW, changes },
  })
  const waiting = draft.change('subscription', id, { latest_invoice: invoice.id })
  draft.emit('customer.subscription.updated', waiting)
  return waiting
}

const emitResumed = (draft: Draft, id: string): Subscription => {
  const subscription = draft.need('subscription', id)
  draft.emit('customer.subscription.resumed', subscription)
  draft.emit('customer.subscription.updated', subscription)
  return subscription
}

/** The resumption invoice was paid. */
export const finishResumption = (draft: Draft, id: string): void => {
  const state = draft.need('internal.subscription', id)
  if (!state.resumption?.changes.length) return
  applyDeferred(draft, state.resumption.changes as Change[])
  draft.change('subscription', id, { status_details: undefined } as never)
  draft.change('internal.subscription', id, { resumption: null })
  emitResumed(draft, id)
}

/** The invoice was not paid within 23 hours, or was voided: the pause continues. */
export const dropResumption = (draft: Draft, id: string): void => {
  const state = draft.need('internal.subscription', id)
  if (!state.resumption) return
  draft.put('internal.subscription', { ...state, resumption: null })
  if (draft.need('invoice', state.resumption.invoice).status === 'open')
    voidInvoice(draft, state.resumption.invoice)
  // All of its items were pending before, mainly credits of the pause.
  for (const item of draft.where('invoiceitem', 'invoice', state.resumption.invoice))
    draft.change('invoiceitem', item.id, { invoice: null })
}
