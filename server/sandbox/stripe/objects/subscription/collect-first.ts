import type { Draft } from '../../draft.ts'
import { StripeSandboxError } from '../../errors.ts'
import { collect } from '../invoice/collect.ts'
import { authenticationRequired, noMethod, refusalOf } from '../payment-refusal.ts'

/** How a checkout, whose buyer is present with a card, pays the first invoice. */
export interface FirstPayment {
  paymentMethod: string
  authenticated: boolean
}

/** Collects a first invoice as `payment_behavior` says, and sets the resulting status. */
export const collectFirst = (
  draft: Draft,
  id: string,
  invoiceId: string,
  behavior: string,
  offSession: boolean,
  payment?: FirstPayment,
): void => {
  const invoice = draft.need('invoice', invoiceId)
  if (invoice.status === 'paid' || invoice.collection_method === 'send_invoice') {
    activate(draft, id)
    return
  }
  if (behavior === 'default_incomplete' && !payment) return
  const intent = collect(draft, invoiceId, {
    paymentMethod: payment?.paymentMethod,
    offSession,
    ...(payment && { authenticated: payment.authenticated }),
    retries: false,
  })
  if (behavior === 'error_if_incomplete' && intent?.status !== 'succeeded')
    throw withoutTraces(
      intent?.status === 'requires_action'
        ? authenticationRequired(intent)
        : intent
          ? refusalOf(intent)
          : noMethod(),
    )
}

/** `error_if_incomplete` promises that nothing is created, so the error keeps no changes. */
export const withoutTraces = (error: StripeSandboxError) =>
  new StripeSandboxError(error.status, error.body as never)

const activate = (draft: Draft, id: string) => {
  if (draft.need('subscription', id).status === 'incomplete')
    draft.change('subscription', id, { status: 'active' })
}
