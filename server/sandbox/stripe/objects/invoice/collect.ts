import type { Draft } from '../../draft.ts'
import { invalid } from '../../errors.ts'
import type { Invoice, PaymentIntent } from '../../kinds.ts'
import { confirmIntent } from '../payment-intent.ts'
import { requestPayment } from './finalize.ts'

export interface Collection {
  paymentMethod?: string | null | undefined
  offSession: boolean
  /** The holder has just authenticated (a checkout with its buyer present). */
  authenticated?: boolean
  /** Whether the sandbox retries by itself when this fails. */
  retries: boolean
}

const DAY = 86_400
/** Days from one failed attempt to the next; after the last one Stripe stops trying. */
const RETRY_AFTER_DAYS = [3, 5, 7]

/** Charges an open invoice once. Returns the intent with its new status; null when there is no payment method. */
export const collect = (draft: Draft, id: string, how: Collection): PaymentIntent | null => {
  const invoice = draft.need('invoice', id)
  const intent = intentOf(draft, invoice)
  const method = how.paymentMethod ?? methodFor(draft, invoice)
  const tried = method
    ? confirmIntent(draft, intent.id, {
        paymentMethod: method,
        offSession: how.offSession,
        ...(how.authenticated !== undefined && { authenticated: how.authenticated }),
      })
    : null
  const succeeded = tried?.status === 'succeeded'
  draft.change('invoice', id, {
    attempted: true,
    attempt_count: invoice.attempt_count + 1,
    ...(!succeeded && how.retries && scheduleRetry(draft, id)),
  })
  if (succeeded) return tried
  const open = draft.need('invoice', id)
  if (tried?.status === 'requires_action') draft.emit('invoice.payment_action_required', open)
  draft.emit('invoice.payment_failed', open)
  return tried
}

/** The open intent of this invoice; a canceled one is replaced. */
export const intentOf = (draft: Draft, invoice: Invoice): PaymentIntent => {
  const open = draft
    .where('invoice_payment', 'invoice', invoice.id)
    .findLast((each) => each.status === 'open')
  if (open) return draft.need('payment_intent', open.payment.payment_intent!)
  requestPayment(draft, invoice)
  return intentOf(draft, invoice)
}

/** The default payment method of an invoice: its own, else its subscription's, else its customer's. */
export const methodFor = (draft: Draft, invoice: Invoice): string | null => {
  const subscription = invoice.parent?.subscription_details?.subscription
  return (
    invoice.default_payment_method ??
    (subscription && draft.find('subscription', subscription)?.default_payment_method) ??
    draft.need('customer', invoice.customer!).invoice_settings?.default_payment_method ??
    null
  )
}

const scheduleRetry = (draft: Draft, id: string): Partial<Invoice> => {
  const state = draft.need('internal.invoice', id)
  const days = RETRY_AFTER_DAYS[state.failures]
  draft.change('internal.invoice', id, { failures: state.failures + 1 })
  return { next_payment_attempt: days ? draft.now + days * DAY : null }
}

export const needOpen = (invoice: Invoice): Invoice => {
  if (invoice.status === 'paid') throw invalid('Invoice is already paid', null, 'invoice_already_paid')
  if (invoice.status !== 'open')
    throw invalid(
      `This invoice can no longer be paid: it has a status of ${invoice.status}.`,
      null,
      'invoice_not_editable',
    )
  return invoice
}
