import type Stripe from 'stripe'
import { BillingError } from '../../base/billing-error.ts'

/** Runs a change; if the subscription has ended in the meantime, it is a `BillingError('subscription-ended')`. */
export const throwIfCanceled = async <T>(stripe: Stripe, id: string, call: Promise<T>): Promise<T> => {
  try {
    return await call
  } catch (error) {
    if ((error as Stripe.errors.StripeError).type !== 'StripeInvalidRequestError') throw error
    const { ended_at } = await stripe.subscriptions.retrieve(id)
    if (!ended_at) throw error
    throw Object.assign(new BillingError('subscription-ended'), { cause: error })
  }
}
