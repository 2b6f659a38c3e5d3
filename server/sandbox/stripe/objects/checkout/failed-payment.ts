import type { Draft } from '../../draft.ts'
import { metadata } from '../../http/metadata.ts'
import type { PaymentIntent, Session, SessionState } from '../../kinds.ts'
import { authenticateIntent, confirmIntent, createIntent } from '../payment-intent.ts'
import type { Purchase } from './purchase.ts'

/** The intent of a session for a payment: created at the first try, reused by the next. */
export const intentOfSession = (
  draft: Draft,
  session: Session,
  { params }: SessionState,
  customer: string | null,
): PaymentIntent => {
  if (session.payment_intent) return draft.change('payment_intent', session.payment_intent, { customer })
  const data = params.payment_intent_data
  return createIntent(draft, {
    amount: session.amount_total!,
    currency: session.currency!,
    customer,
    description: data?.description ?? null,
    metadata: metadata(data?.metadata),
    receiptEmail: data?.receipt_email ?? null,
    setupFutureUsage: (data?.setup_future_usage ?? null) as PaymentIntent['setup_future_usage'],
  })
}

/**
 * A failed try leaves the session open, and its intent shows the reason. `agreed` is false when the holder declined at
 * their bank.
 */
export const recordFailedPayment = (draft: Draft, id: string, purchase: Purchase, agreed = true): void => {
  const session = draft.need('checkout.session', id)
  if (session.mode !== 'payment' || !session.amount_total) return
  const intent = intentOfSession(draft, session, draft.need('internal.session', id), session.customer)
  confirmIntent(draft, intent.id, { ...purchase, offSession: false })
  if (!agreed) authenticateIntent(draft, intent.id, false)
  draft.change('checkout.session', id, { payment_intent: intent.id })
}
