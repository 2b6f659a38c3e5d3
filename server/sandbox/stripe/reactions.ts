import type { Draft } from './draft.ts'
import type { Invoice, PaymentIntent } from './kinds.ts'
import { applyPayment } from './objects/invoice/apply-payment.ts'
import { clearPastDue, invoicePaid } from './objects/subscription/invoice-paid.ts'
import { invoiceUnpaid } from './objects/subscription/invoice-unpaid.ts'
import { invoiceVoided } from './objects/subscription/invoice-voided.ts'

/** The events that other objects react to, and what each of them is about. */
interface Subjects {
  'payment_intent.succeeded': PaymentIntent
  'invoice.payment_succeeded': Invoice
  'invoice.payment_failed': Invoice
  'invoice.voided': Invoice
  'invoice.marked_uncollectible': Invoice
}

/**
 * What an event of one object does to others, at once and in the same request. A payment does not know invoices and an
 * invoice does not know subscriptions: they emit, and this table names who reacts. So imports run in one direction.
 */
const reactions: { [Type in keyof Subjects]: (draft: Draft, object: Subjects[Type]) => void } = {
  'payment_intent.succeeded': applyPayment,
  'invoice.payment_succeeded': invoicePaid,
  'invoice.payment_failed': invoiceUnpaid,
  'invoice.voided': invoiceVoided,
  'invoice.marked_uncollectible': clearPastDue,
}

export const reactTo = (draft: Draft, type: string, object: object): void => {
  if (type in reactions) reactions[type as keyof Subjects](draft, object as never)
}
