import type { Draft } from '../../draft.ts'
import type { Invoice, PaymentIntent, Session, SessionState } from '../../kinds.ts'
import { applyPayment } from '../invoice/apply-payment.ts'
import { finalize } from '../invoice/finalize.ts'
import { confirmIntent } from '../payment-intent.ts'
import { attach } from '../payment-method.ts'
import { intentOfSession } from './failed-payment.ts'
import { invoiceForPayment } from './fulfil.ts'
import { type Completion, type Purchase, unpaid } from './purchase.ts'

/** A one-off payment, with an invoice where the session asks for one. */
export const payOnce = (
  draft: Draft,
  customer: string | null,
  before: Session,
  state: SessionState,
  purchase: Purchase,
): Completion => {
  if (!before.amount_total) return completeFree(draft, customer, before, state)
  const intent = intentOfSession(draft, before, state, customer)
  const paid = confirmIntent(draft, intent.id, { ...purchase, offSession: false })
  if (paid.status !== 'succeeded') return unpaid(paid)
  if (purchase.savesCard && customer)
    attach(draft, draft.need('payment_method', purchase.paymentMethod), customer)
  const invoice = before.invoice_creation?.enabled ? documentPayment(draft, customer!, state, paid) : null
  return { patch: { invoice: invoice?.id ?? null, payment_intent: paid.id } }
}

/** With nothing to pay there is no payment, only its invoice. */
const completeFree = (
  draft: Draft,
  customer: string | null,
  before: Session,
  { params, lines }: SessionState,
): Completion => {
  if (!before.invoice_creation?.enabled) return { patch: {} }
  const invoice = finalize(draft, invoiceForPayment(draft, customer!, params, lines).id)
  return { patch: { invoice: invoice.id } }
}

/** The invoice of a completed payment: finalized and paid at once. */
const documentPayment = (
  draft: Draft,
  customer: string,
  { params, lines }: SessionState,
  intent: PaymentIntent,
): Invoice => {
  const { id } = invoiceForPayment(draft, customer, params, lines)
  finalize(draft, id, intent)
  applyPayment(draft, intent)
  return draft.need('invoice', id)
}
