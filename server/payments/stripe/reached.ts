import type Stripe from 'stripe'
import { BillingError } from '../../billing-error.ts'

const unreachable = new Set(['StripeConnectionError', 'StripeAPIError', 'StripeRateLimitError'])

/** A provider that does not answer is a refusal with words; the provider's own message stays inside. */
export const reached = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call
  } catch (error) {
    if (!unreachable.has((error as Stripe.errors.StripeError).type)) throw error
    throw Object.assign(new BillingError('payments-unavailable'), { cause: error })
  }
}
