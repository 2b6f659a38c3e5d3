import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import type { Invoice } from '../../kinds.ts'
import { adjustBalance } from '../balance-transaction.ts'
import { cancelPayments } from './cancel-payments.ts'

/** Voids an open invoice: it no longer has to be paid, and what it took from the balance is returned. */
export const voidInvoice = (draft: Draft, id: string): Invoice => {
  const before = draft.need('invoice', id)
  if (before.status !== 'open' && before.status !== 'uncollectible')
    throw invalid(
      `You can only pass in open or uncollectible invoices. This invoice isn't open: it is ${before.status}.`,
      null,
      'invoice_not_editable',
    )
  cancelPayments(draft, before)
  restoreBalance(draft, before)
  for (const debit of draft.where(
    'internal.debit',
    'subscription',
    before.parent?.subscription_details?.subscription ?? '',
  ))
    if (debit.invoice === id) draft.remove('internal.debit', debit.id)
  const invoice = draft.change('invoice', id, {
    ...STOPPED,
    amount_due: before.amount_due,
    status: 'void',
    status_transitions: { ...before.status_transitions, voided_at: draft.now },
  })
  draft.emit('invoice.voided', invoice)
  return draft.need('invoice', id)
}

export const markUncollectible = (draft: Draft, id: string): Invoice => {
  const before = draft.need('invoice', id)
  if (before.status !== 'open')
    throw invalid('You can only mark an open invoice as uncollectible.', null, 'invoice_not_editable')
  const invoice = draft.change('invoice', id, {
    ...STOPPED,
    status: 'uncollectible',
    status_transitions: { ...before.status_transitions, marked_uncollectible_at: draft.now },
  })
  draft.emit('invoice.marked_uncollectible', invoice)
  return invoice
}

const STOPPED = { automatically_finalizes_at: null, next_payment_attempt: null }

const restoreBalance = (draft: Draft, invoice: Invoice) => {
  const used = (invoice.ending_balance ?? invoice.starting_balance) - invoice.starting_balance
  if (used)
    adjustBalance(draft, invoice.customer!, -used, invoice.currency, {
      type: 'unapplied_from_invoice',
      invoice: invoice.id,
    })
}
