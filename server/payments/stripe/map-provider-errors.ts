import type Stripe from 'stripe'
import { BillingError } from '../../base/billing-error.ts'
import type { ProblemCode } from '../../words/problems.ts'

const byType: Record<string, ProblemCode> = {
  StripeConnectionError: 'payments-unavailable',
  StripeAPIError: 'payments-unavailable',
  StripeRateLimitError: 'payments-unavailable',
  // A key that was rotated or has lost a permission: nothing that the caller could put right.
  StripeAuthenticationError: 'payments-unavailable',
  StripePermissionError: 'payments-unavailable',
  StripeIdempotencyError: 'idempotency-key-reused',
  StripeCardError: 'payment-declined',
}

/** The limits of a currency are the provider's; they may be higher than ours where the account is paid out in another. */
const byCode: Record<string, ProblemCode> = {
  amount_too_small: 'amount-too-small',
  amount_too_large: 'amount-too-large',
}

/** The second that a change was priced at is not of the period that runs now: what was shown can't be had any more. */
const isOtherPeriod = ({ type, param }: Stripe.errors.StripeError): boolean =>
  type === 'StripeInvalidRequestError' && /\bproration_date\b/.test(param ?? '')

/**
 * Calls the provider; what it refuses for a reason that we have words for is a `BillingError` with its error as the cause.
 * The provider's own message stays inside.
 */
export const mapProviderErrors = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call
  } catch (error) {
    const refusal = error as Stripe.errors.StripeError
    const refused =
      byCode[refusal.code ?? ''] ?? byType[refusal.type] ?? (isOtherPeriod(refusal) ? 'price-changed' : null)
    if (refused) throw Object.assign(new BillingError(refused), { cause: error })
    throw error
  }
}
