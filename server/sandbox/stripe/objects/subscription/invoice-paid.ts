import type { Draft } from '../../draft.ts'
import type { Invoice, Subscription } from '../../kinds.ts'
import { applyPendingUpdate } from './pending-update.ts'
import { finishResumption } from './resume.ts'

/** An invoice that no longer has to be paid ends the past-due status, unless another one is open. */
export const clearPastDue = (draft: Draft, invoice: Invoice): void => {
  const id = invoice.parent?.subscription_details?.subscription
  const subscription = id && draft.find('subscription', id)
  if (!subscription || (subscription.status !== 'past_due' && subscription.status !== 'unpaid')) return
  const status = statusAfter(draft, subscription, invoice)
  if (status !== subscription.status)
    draft.emit('customer.subscription.updated', draft.change('subscription', subscription.id, { status }))
}

/**
 * The effects of a paid invoice on its subscription: starts it, ends its past-due status, or applies the pending
 * update.
 */
export const invoicePaid = (draft: Draft, invoice: Invoice): void => {
  const id = invoice.parent?.subscription_details?.subscription
  if (!id) return
  const state = draft.need('internal.subscription', id)
  if (state.pendingUpdate?.invoice === invoice.id) applyPendingUpdate(draft, id)
  if (state.resumption?.invoice === invoice.id) finishResumption(draft, id)
  const subscription = draft.need('subscription', id)
  const status = statusAfter(draft, subscription, invoice)
  if (status === subscription.status) return
  const announced =
    subscription.status !== 'incomplete' || draft.find('subscription', id)?.created !== draft.now
  const after = draft.change('subscription', id, { status })
  if (announced) draft.emit('customer.subscription.updated', after)
}

const statusAfter = (draft: Draft, subscription: Subscription, closed: Invoice): Subscription['status'] => {
  if (subscription.status === 'incomplete')
    return closed.billing_reason === 'subscription_create' ? 'active' : 'incomplete'
  if (subscription.status !== 'past_due' && subscription.status !== 'unpaid') return subscription.status
  const waiting = draft.find('internal.subscription', subscription.id)?.pendingUpdate?.invoice
  const open = draft
    .where('invoice', 'subscription', subscription.id)
    .some((invoice) => invoice.status === 'open' && invoice.id !== closed.id && invoice.id !== waiting)
  return open ? subscription.status : 'active'
}
