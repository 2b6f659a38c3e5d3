import type Stripe from 'stripe'
import { BillingError } from '../../base/billing-error.ts'
import type { ProblemCode } from '../../words/problems.ts'

const byType: Record<string, ProblemCode> = {
  StripeConnectionError: 'payments-unavailable',
  StripeAPIError: 'payments-unavailable',
  StripeRateLimitError: 'payments-unavailable',
  // A key that was rotated or has lost a permission: the caller can't fix that.
  StripeAuthenticationError: 'payments-unavailable',
  StripePermissionError: 'payments-unavailable',
  StripeIdempotencyError: 'idempotency-key-reused',
  StripeCardError: 'payment-declined',
}

/**
 * The limits of a currency are the provider's; they may be higher than ours when the account is paid out in
 * another currency.
 */
const byCode: Record<string, ProblemCode> = {
  amount_too_small: 'amount-too-small',
  amount_too_large: 'amount-too-large',
}

/** The second that a change was priced at is not of the period that runs now: what was shown can't be had any more. */
const isOtherPeriod = ({ type, param }: Stripe.errors.StripeError): boolean =>
  type === 'StripeInvalidRequestError' && /\bproration_date\b/.test(param ?? '')

/**
 * Calls the provider. A refusal with a known reason becomes a `BillingError` with the original error as its
 * cause. The provider's own message is never shown.
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
