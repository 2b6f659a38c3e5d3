import type Stripe from 'stripe'
import { BillingError } from '../../billing-error.ts'

const unreachable = new Set(['StripeConnectionError', 'StripeAPIError', 'StripeRateLimitError'])

/**
 * A provider that does not answer is a refusal with words, and so is a key that it knows from another request; the
 * provider's own message stays inside.
 */
export const reached = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call
  } catch (error) {
    const { type } = error as Stripe.errors.StripeError
    if (type === 'StripeIdempotencyError') throw refusal('idempotency-key-reused', error)
    if (unreachable.has(type)) throw refusal('payments-unavailable', error)
    throw error
  }
}

const refusal = (code: 'idempotency-key-reused' | 'payments-unavailable', cause: unknown) =>
  Object.assign(new BillingError(code), { cause })
