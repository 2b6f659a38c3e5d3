import type Stripe from 'stripe'
import { BillingError } from '../../billing-error.ts'
import type { ProviderEvent } from '../port.ts'

/** Seconds that a signature stays good; 0 would switch the check off. */
const tolerance = 300

/** Checks the signature over the raw bytes with each secret that is accepted today. */
export const readEvent = (
  stripe: Stripe,
  secrets: string[],
  raw: string,
  signature: string,
): ProviderEvent => {
  for (const secret of secrets) {
    try {
      const event = stripe.webhooks.constructEvent(raw, signature, secret, tolerance)
      const object = event.data.object as { id?: string }
      return { id: event.id, type: event.type, object: object.id ?? null, payload: event }
    } catch {
      // Another secret may be the one.
    }
  }
  throw new BillingError('bad-signature')
}
