import type { Draft } from '../draft.ts'
import type { PaymentIntent } from '../kinds.ts'
import { settle } from './invoice/settle.ts'

/** An intent succeeded: the invoice that it pays is settled. */
export const paymentMoved = (draft: Draft, intent: PaymentIntent): void => {
  for (const payment of draft.where('invoice_payment', 'payment_intent', intent.id)) {
    if (payment.status !== 'open') continue
    const paid = draft.change('invoice_payment', payment.id, {
      amount_paid: intent.amount_received,
      status: 'paid',
      status_transitions: { ...payment.status_transitions, paid_at: draft.now },
    })
    draft.emit('invoice_payment.paid', paid)
    settle(draft, paid.invoice, intent.amount_received)
  }
}
