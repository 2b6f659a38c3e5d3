import type { Draft } from '../../draft.ts'
import type { Invoice } from '../../kinds.ts'

/** After a failed payment the subscription is past due, unless the invoice belongs to a pending update. */
export const invoiceUnpaid = (draft: Draft, invoice: Invoice): void => {
  const id = invoice.parent?.subscription_details?.subscription
  if (!id) return
  const state = draft.need('internal.subscription', id)
  if (state.pendingUpdate?.invoice === invoice.id || state.resumption?.invoice === invoice.id) return
  if (draft.need('subscription', id).status !== 'active') return
  draft.emit('customer.subscription.updated', draft.change('subscription', id, { status: 'past_due' }))
}
