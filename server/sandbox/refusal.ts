import { StripeSandboxError } from '@waizant/stripe-sandbox'
import { BillingError } from '../base/billing-error.ts'
import type { ProblemCode } from '../words/problems.ts'

const byCode: Record<string, ProblemCode> = {
  checkout_session_expired: 'purchase-expired',
  checkout_session_complete: 'checkout-complete',
  amount_too_small: 'amount-too-small',
}

/** Translates refusals of the Stripe sandbox's controls into billing errors; other errors are returned unchanged. */
export const refusalOf = (error: Error): Error => {
  if (!(error instanceof StripeSandboxError)) return error
  const { code, type, param } = error.body
  const known = byCode[String(code)]
  if (known) return new BillingError(known)
  if (param === 'card') return new BillingError('no-payment-method')
  if (type === 'card_error') return new BillingError('payment-declined')
  return new BillingError(error.status === 404 ? 'not-found' : 'invalid-input')
}
