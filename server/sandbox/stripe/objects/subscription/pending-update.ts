import type { Draft } from '../../draft.ts'
import type { Subscription } from '../../kinds.ts'
import type { Change } from '../../store.ts'
import { voidInvoice } from '../invoice/close.ts'
import { applyDeferred, deferChanges } from './deferred-changes.ts'

const HOUR = 3600
/** How long an update waits for its payment. */
const PAYMENT_WINDOW = 23 * HOUR

/** Holds back an unpaid change: its invoice is open, and the rest waits for the payment. */
export const createPendingUpdate = (draft: Draft, fork: Draft, id: string, invoice: string): Subscription => {
  const before = draft.need('subscription', id)
  const after = fork.need('subscription', id)
  const swept = fork
    .where('invoiceitem', 'invoice', invoice)
    .filter((item) => draft.find('invoiceitem', item.id))
    .map((item) => item.id)
  const changes = deferChanges(draft, fork, id)
  draft.change('internal.subscription', id, { pendingUpdate: { invoice, changes, swept } })
  const periodEnds = before.items.data.map((item) => item.current_period_end)
  const moved = after.billing_cycle_anchor !== before.billing_cycle_anchor
  return draft.change('subscription', id, {
    latest_invoice: invoice,
    pending_update: {
      billing_cycle_anchor: moved ? after.billing_cycle_anchor : null,
      cancel_at_period_end:
        after.cancel_at_period_end !== before.cancel_at_period_end ? after.cancel_at_period_end : null,
      discount: null,
      discounts: null,
      expires_at: Math.min(
        draft.now + PAYMENT_WINDOW,
        ...periodEnds,
        before.trial_end && before.trial_end > draft.now ? before.trial_end : Infinity,
      ),
      metadata: after.metadata === before.metadata ? null : after.metadata,
      subscription_items: after.items.data,
      trial_end: after.trial_end !== before.trial_end ? after.trial_end : null,
      trial_from_plan: null,
    } as Subscription['pending_update'],
  })
}

/** The invoice was paid: applies the change. */
export const applyPendingUpdate = (draft: Draft, id: string): void => {
  const { pendingUpdate } = draft.need('internal.subscription', id)
  draft.change('internal.subscription', id, { pendingUpdate: null })
  if (!pendingUpdate?.changes.length) return
  applyDeferred(draft, pendingUpdate.changes as Change[])
  const after = draft.change('subscription', id, { pending_update: null })
  draft.emit('customer.subscription.pending_update_applied', after)
  draft.emit('customer.subscription.updated', after)
}

/**
 * Drops an expired or canceled update. Its invoice is void and its prorations with it; items that the invoice had
 * taken in become pending again. Stripe's documentation does not say what happens to such items: this is the one place
 * that decides it.
 */
export const dropPendingUpdate = (draft: Draft, id: string, expired = false): void => {
  const state = draft.need('internal.subscription', id)
  if (!state.pendingUpdate) return
  draft.put('internal.subscription', { ...state, pendingUpdate: null })
  const subscription = draft.change('subscription', id, { pending_update: null })
  if (draft.need('invoice', state.pendingUpdate.invoice).status === 'open')
    voidInvoice(draft, state.pendingUpdate.invoice)
  for (const item of state.pendingUpdate.swept) draft.change('invoiceitem', item, { invoice: null })
  if (expired) draft.emit('customer.subscription.pending_update_expired', subscription)
  draft.emit('customer.subscription.updated', draft.need('subscription', id))
}
