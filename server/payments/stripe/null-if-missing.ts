import type Stripe from 'stripe'

/** Null for an object that does not exist at the provider, or no more. */
export const nullIfMissing = async <T>(call: Promise<T>): Promise<T | null> => {
  try {
    return await call
  } catch (error) {
    if ((error as Stripe.errors.StripeError).code === 'resource_missing') return null
    throw error
  }
}
