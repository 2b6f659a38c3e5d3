import type { Draft } from '../../draft.ts'
import type { PaymentIntent } from '../../kinds.ts'
import { settle } from './settle.ts'

/** Makes the card the subscription's default, if the subscription asked for that. */
const saveDefaultMethod = (draft: Draft, invoice: string, intent: PaymentIntent): void => {
  const id = draft.need('invoice', invoice).parent?.subscription_details?.subscription
  const subscription = id ? draft.need('subscription', id) : undefined
  if (subscription?.payment_settings?.save_default_payment_method === 'on_subscription')
    draft.change('subscription', subscription.id, { default_payment_method: intent.payment_method })
}

/** Settles the invoice that a succeeded intent pays. */
export const applyPayment = (draft: Draft, intent: PaymentIntent): void => {
  for (const payment of draft.where('invoice_payment', 'payment_intent', intent.id)) {
    if (payment.status !== 'open') continue
    const paid = draft.change('invoice_payment', payment.id, {
      amount_paid: intent.amount_received,
      status: 'paid',
      status_transitions: { ...payment.status_transitions, paid_at: draft.now },
    })
    draft.emit('invoice_payment.paid', paid)
    saveDefaultMethod(draft, paid.invoice, intent)
    settle(draft, paid.invoice, intent.amount_received)
  }
}
