import type Stripe from 'stripe'
import type { Draft } from '../../draft.ts'
import { cardError, invalid } from '../../errors.ts'
import { randomName } from '../../ids.ts'
import type { Invoice } from '../../kinds.ts'
import { readPaymentMethod } from '../payment-method.ts'
import { noMethod, refusalOf } from '../payment-refusal.ts'
import { collect, methodFor, needOpen } from './collect.ts'
import { finalize } from './finalize.ts'
import { settle } from './settle.ts'

/** Pays an invoice on request; a decline is a 402 that keeps its records. */
export const payInvoice = (draft: Draft, params: Stripe.InvoicePayParams, id: string): Invoice => {
  const before = draft.need('invoice', id, 'invoice')
  if (before.status === 'draft') finalize(draft, id)
  const open = draft.need('invoice', id)
  if (before.status === 'draft' && open.status === 'paid') return open
  needOpen(open.status === 'uncollectible' ? { ...open, status: 'open' } : open)
  if (params.paid_out_of_band) return payOutOfBand(draft, open)
  const method = params.payment_method
    ? readPaymentMethod(draft, params.payment_method).id
    : methodFor(draft, open)
  if (!method) throw noMethod()
  if (draft.need('payment_method', method).customer !== open.customer)
    throw invalid('The payment method must be attached to the customer of the invoice.', 'payment_method')
  const intent = collect(draft, id, {
    paymentMethod: method,
    offSession: params.off_session ?? true,
    retries: false,
  })
  if (intent?.status === 'requires_action')
    throw cardError({
      code: 'invoice_payment_intent_requires_action',
      message:
        'Payment for this invoice requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice.',
      payment_intent: intent,
    })
  if (intent?.status !== 'succeeded') throw refusalOf(intent!)
  return draft.need('invoice', id)
}

const payOutOfBand = (draft: Draft, invoice: Invoice): Invoice => {
  draft.change('invoice', invoice.id, {
    amount_paid_off_stripe: invoice.amount_remaining,
  } as Partial<Invoice>)
  return settle(draft, invoice.id, invoice.amount_remaining)
}

/** Attaches an existing payment to an open invoice; any excess over the amount due becomes the customer's credit. */
export const attachPayment = (
  draft: Draft,
  params: Stripe.InvoiceAttachPaymentParams,
  id: string,
): Invoice => {
  const invoice = needOpen(draft.need('invoice', id, 'invoice'))
  if (!params.payment_intent)
    throw invalid('Missing required param: payment_intent.', 'payment_intent', 'parameter_missing')
  const intent = draft.need('payment_intent', params.payment_intent, 'payment_intent')
  if (intent.customer !== invoice.customer || intent.currency !== invoice.currency)
    throw invalid(
      'The PaymentIntent belongs to another customer or is in another currency.',
      'payment_intent',
    )
  if (draft.where('invoice_payment', 'payment_intent', intent.id).length)
    throw invalid('The PaymentIntent is already attached to an invoice.', 'payment_intent')
  const succeeded = intent.status === 'succeeded'
  const payment = draft.create('invoice_payment', {
    id: `inpay_1${randomName(23)}`,
    amount_paid: succeeded ? intent.amount_received : null,
    amount_requested: intent.amount,
    created: draft.now,
    currency: invoice.currency,
    invoice: id,
    is_default: false,
    livemode: false,
    payment: { type: 'payment_intent', payment_intent: intent.id },
    status: succeeded ? 'paid' : 'open',
    status_transitions: { canceled_at: null, paid_at: succeeded ? draft.now : null },
  })
  if (!succeeded) return draft.need('invoice', id)
  draft.emit('invoice_payment.paid', payment)
  return settle(draft, id, intent.amount_received)
}
