import type { Draft } from '../../draft.ts'
import type { Invoice, PaymentIntent, Session, SessionSecret } from '../../kinds.ts'
import { applyPayment } from '../invoice/apply-payment.ts'
import { finalize } from '../invoice/finalize.ts'
import { confirmIntent } from '../payment-intent.ts'
import { attach } from '../payment-method.ts'
import { invoiceForPayment } from './fulfil.ts'
import { type Kept, type Purchase, unpaid } from './purchase.ts'
import { intentOfSession } from './refused.ts'

/** A one-off payment, with an invoice where the session asks for one. */
export const payOnce = (
  draft: Draft,
  customer: string | null,
  before: Session,
  secret: SessionSecret,
  purchase: Purchase,
): Kept => {
  if (!before.amount_total) return giveAway(draft, customer, before, secret)
  const intent = intentOfSession(draft, before, secret, customer)
  const paid = confirmIntent(draft, intent.id, { ...purchase, offSession: false })
  if (paid.status !== 'succeeded') return unpaid(paid)
  if (purchase.savesCard && customer)
    attach(draft, draft.need('payment_method', purchase.paymentMethod), customer)
  const invoice = before.invoice_creation?.enabled ? documentPayment(draft, customer!, secret, paid) : null
  return { patch: { invoice: invoice?.id ?? null, payment_intent: paid.id } }
}

/** With nothing to pay there is no payment, only its invoice. */
const giveAway = (
  draft: Draft,
  customer: string | null,
  before: Session,
  { params, lines }: SessionSecret,
): Kept => {
  if (!before.invoice_creation?.enabled) return { patch: {} }
  const invoice = finalize(draft, invoiceForPayment(draft, customer!, params, lines).id)
  return { patch: { invoice: invoice.id } }
}

/** The invoice of a completed payment: finalized and paid at once. */
const documentPayment = (
  draft: Draft,
  customer: string,
  { params, lines }: SessionSecret,
  intent: PaymentIntent,
): Invoice => {
  const { id } = invoiceForPayment(draft, customer, params, lines)
  finalize(draft, id, intent)
  applyPayment(draft, intent)
  return draft.need('invoice', id)
}
