import type { Draft } from '../../draft.ts'
import type { Invoice } from '../../kinds.ts'
import { endSubscription } from './end.ts'
import { clearPastDue } from './invoice-paid.ts'
import { dropPendingUpdate } from './pending-update.ts'
import { dropResumption } from './resume.ts'

/** A void invoice ends a subscription that it should have started, or drops the change that waited for its payment. */
export const invoiceVoided = (draft: Draft, invoice: Invoice): void => {
  const id = invoice.parent?.subscription_details?.subscription
  if (!id) return
  const state = draft.find('internal.subscription', id)
  if (
    invoice.billing_reason === 'subscription_create' &&
    draft.need('subscription', id).status === 'incomplete'
  )
    endSubscription(draft, id, null, 'incomplete_expired')
  if (state?.pendingUpdate?.invoice === invoice.id) dropPendingUpdate(draft, id)
  if (state?.resumption?.invoice === invoice.id) dropResumption(draft, id)
  clearPastDue(draft, invoice)
}
