import type Stripe from 'stripe'
import { BillingError } from '../../billing-error.ts'
import type { EventPage, ProviderEvent } from '../port.ts'
import type { StripeSettings } from './client.ts'

/** Seconds that a signature stays good; 0 would switch the check off. */
const tolerance = 300

/**
 * Checks the signature over the raw bytes with each secret that is accepted today, and that test money and real money
 * are not mixed up.
 */
export const readEvent = (
  stripe: Stripe,
  { webhookSecrets, secretKey }: StripeSettings,
  raw: string,
  signature: string,
): ProviderEvent => {
  const event = verified(stripe, webhookSecrets, raw, signature)
  // Whoever set a test endpoint up for a live key sees it fail at the provider, not in half-handled messages here.
  if (event.livemode !== undefined && event.livemode !== /^(sk|rk)_live_/.test(secretKey))
    throw new BillingError('wrong-mode')
  return eventOf(event)
}

const verified = (stripe: Stripe, secrets: string[], raw: string, signature: string): Stripe.Event => {
  for (const secret of secrets) {
    try {
      return stripe.webhooks.constructEvent(raw, signature, secret, tolerance)
    } catch {
      // Another secret may be the one.
    }
  }
  throw new BillingError('bad-signature')
}

const eventOf = (event: Stripe.Event): ProviderEvent => {
  const object = event.data.object as { id?: string }
  const { id, type, api_version } = event
  return { id, type, object: object.id ?? null, apiVersion: api_version ?? null, payload: event }
}

/** The provider lists its messages newest first and remembers them for 30 days. */
export const eventsSince = async (
  stripe: Stripe,
  { from, until }: { from: Date; until: Date },
  cursor?: string,
): Promise<EventPage> => {
  const { data, has_more } = await stripe.events.list({
    created: { gte: Math.floor(from.getTime() / 1000), lte: Math.floor(until.getTime() / 1000) },
    limit: 100,
    ...(cursor && { starting_after: cursor }),
  })
  const last = has_more ? data.at(-1) : undefined
  return { events: data.map(eventOf), ...(last && { next: last.id }) }
}
