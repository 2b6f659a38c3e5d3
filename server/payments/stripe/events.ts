import type Stripe from 'stripe'
import { BillingError } from '../../billing-error.ts'
import type { EventPage, ProviderEvent } from '../port.ts'

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
      return eventOf(event)
    } catch {
      // Another secret may be the one.
    }
  }
  throw new BillingError('bad-signature')
}

const eventOf = (event: Stripe.Event): ProviderEvent => {
  const object = event.data.object as { id?: string }
  return { id: event.id, type: event.type, object: object.id ?? null, payload: event }
}

/** The provider lists its messages newest first and remembers them for 30 days. */
export const eventsSince = async (stripe: Stripe, from: Date, cursor?: string): Promise<EventPage> => {
  const { data, has_more } = await stripe.events.list({
    created: { gte: Math.floor(from.getTime() / 1000) },
    limit: 100,
    ...(cursor && { starting_after: cursor }),
  })
  const last = has_more ? data.at(-1) : undefined
  return { events: data.map(eventOf), ...(last && { next: last.id }) }
}
