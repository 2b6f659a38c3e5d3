import { type Decline, declined } from '../cards.ts'
import { cardError, invalid } from '../errors.ts'
import type { PaymentIntent } from '../kinds.ts'

export const UNAUTHENTICATED = {
  code: 'payment_intent_authentication_failure',
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
}

/** The 402 answer to a failed confirmation; the records of the attempt are kept. */
export const refusalOf = (intent: PaymentIntent) => {
  const {
    payment_method,
    charge,
    type: _,
    ...error
  } = (intent.last_payment_error ?? {}) as Record<string, unknown>
  return declined(error as unknown as Decline, { charge, payment_method, payment_intent: intent })
}

/** Off-session the customer is not present to authenticate: Stripe answers 402 and requires them to return. */
export const authenticationRequired = (intent: PaymentIntent) =>
  cardError({
    code: 'authentication_required',
    decline_code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
    payment_intent: intent,
  })

export const noMethod = () =>
  invalid(
    'This customer has no attached payment source or default payment method. Please consider adding a default payment method.',
    null,
    'resource_missing',
  )
