import type { Draft } from '../../draft.ts'
import type { Invoice } from '../../kinds.ts'
import { cancelIntent } from '../payment-intent.ts'

/** Cancels open payments of an invoice that no longer has to be paid. */
export const cancelPayments = (draft: Draft, invoice: Invoice): void => {
  for (const payment of draft.where('invoice_payment', 'invoice', invoice.id)) {
    if (payment.status !== 'open') continue
    draft.change('invoice_payment', payment.id, {
      status: 'canceled',
      status_transitions: { ...payment.status_transitions, canceled_at: draft.now },
    })
    const intent = draft.need('payment_intent', payment.payment.payment_intent!)
    if (intent.status !== 'succeeded' && intent.status !== 'canceled')
      cancelIntent(draft, intent.id, 'void_invoice' as never)
  }
}
