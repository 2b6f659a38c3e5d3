import type { Draft } from '../../draft.ts'
import type { Invoice } from '../../kinds.ts'
import { adjustBalance } from '../balance-transaction.ts'
import { cancelPayments } from './cancel-payments.ts'

/** Marks an invoice as paid once nothing remains. */
export const settle = (draft: Draft, id: string, paid: number): Invoice => {
  const before = draft.need('invoice', id)
  const amountPaid = before.amount_paid + paid
  const remaining = Math.max(0, before.amount_due - amountPaid)
  const invoice = draft.change('invoice', id, {
    amount_paid: Math.min(amountPaid, before.amount_due),
    amount_overpaid: Math.max(0, amountPaid - before.amount_due),
    amount_remaining: remaining,
    attempted: true,
    ...(remaining === 0 && {
      automatically_finalizes_at: null,
      next_payment_attempt: null,
      status: 'paid',
      status_transitions: { ...before.status_transitions, paid_at: draft.now },
    }),
  })
  if (remaining > 0) return invoice
  cancelPayments(draft, invoice)
  if (invoice.amount_overpaid > 0) creditSurplus(draft, invoice)
  draft.emit('invoice.paid', invoice)
  draft.emit('invoice.payment_succeeded', invoice)
  return draft.need('invoice', id)
}

/** An excess over the amount due is credited to the customer. */
const creditSurplus = (draft: Draft, invoice: Invoice) => {
  adjustBalance(draft, invoice.customer!, -invoice.amount_overpaid, invoice.currency, {
    type: 'invoice_overpaid',
    invoice: invoice.id,
  })
  draft.emit('invoice.overpaid', invoice)
}
