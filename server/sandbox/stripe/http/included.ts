import type { Charge, Customer, Invoice, Session } from '../kinds.ts'
import type { Reader } from '../store.ts'
import { list } from './list.ts'

/** Values of fields that Stripe leaves out unless they are expanded. */
export const included = (reader: Reader, object: Record<string, unknown>, field: string): unknown =>
  INCLUDED[`${object.object}.${field}`]?.(reader, object as never)

const INCLUDED: Record<string, (reader: Reader, object: never) => unknown> = {
  'invoice.payments': (reader, invoice: Invoice) =>
    list(
      reader.where('invoice_payment', 'invoice', invoice.id),
      `/v1/invoice_payments?invoice=${invoice.id}`,
    ),
  'invoice.confirmation_secret': (reader, invoice: Invoice) => {
    const payment = reader
      .where('invoice_payment', 'invoice', invoice.id)
      .findLast((each) => each.status === 'open')
    const intent =
      payment?.payment.payment_intent && reader.find('payment_intent', payment.payment.payment_intent)
    return intent ? { client_secret: intent.client_secret, type: 'payment_intent' } : null
  },
  'customer.invoice_credit_balance': (_reader, customer: Customer) =>
    customer.currency ? { [customer.currency]: -customer.balance || 0 } : {},
  'customer.subscriptions': (reader, customer: Customer) =>
    list(
      reader.where('subscription', 'customer', customer.id).filter((each) => each.status !== 'canceled'),
      `/v1/customers/${customer.id}/subscriptions`,
    ),
  'customer.tax_ids': (_reader, customer: Customer) => list([], `/v1/customers/${customer.id}/tax_ids`),
  'customer.sources': (_reader, customer: Customer) => list([], `/v1/customers/${customer.id}/sources`),
  'charge.refunds': (reader, charge: Charge) =>
    list(reader.where('refund', 'charge', charge.id).reverse(), `/v1/charges/${charge.id}/refunds`),
  'checkout.session.line_items': (reader, session: Session) =>
    list(
      reader.find('internal.session', session.id)?.lines ?? [],
      `/v1/checkout/sessions/${session.id}/line_items`,
    ),
}
