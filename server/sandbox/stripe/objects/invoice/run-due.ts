import type { Draft } from '../../draft.ts'
import { collect } from './collect.ts'
import { finalize } from './finalize.ts'

/** Finalizes and charges a draft after its hour; charges an open invoice again when its retry is due. */
export const runDueInvoice = (draft: Draft, id: string): void => {
  const before = draft.need('invoice', id)
  if (before.status === 'draft' && !before.lines.data.length) {
    // With nothing to invoice, it stays a draft until a request changes it.
    draft.change('invoice', id, { auto_advance: false, automatically_finalizes_at: null })
    return
  }
  if (before.status === 'draft') finalize(draft, id)
  else draft.change('invoice', id, { next_payment_attempt: null })
  const invoice = draft.need('invoice', id)
  if (invoice.status === 'open' && invoice.collection_method === 'charge_automatically')
    collect(draft, id, { offSession: true, retries: true })
}
