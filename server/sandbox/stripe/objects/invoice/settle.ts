import type { Draft } from '../../draft.ts'
import type { Invoice } from '../../kinds.ts'
import { invoicePaid } from '../subscription/invoice-paid.ts'

/** Marks an invoice paid once nothing remains, and lets its subscription know. */
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
  draft.emit('invoice.paid', invoice)
  draft.emit('invoice.payment_succeeded', invoice)
  invoicePaid(draft, invoice)
  return draft.need('invoice', id)
}
