import type Stripe from 'stripe'
import * as z from 'zod/mini'
import { BillingError } from '../../base/billing-error.ts'
import { unstorablePath } from '../../base/storable.ts'
import type { EventPage, ProviderEvent } from '../port.ts'
import type { StripeSettings } from './client.ts'

/** How long a signature is valid, in seconds; 0 would disable the check. */
const tolerance = 300

/** The fields of a message that we rely on: the signature proves the sender, not the shape. */
const SignedEvent = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(255)),
  type: z.string().check(z.minLength(1), z.maxLength(255)),
  data: z.object({ object: z.looseObject({ id: z.optional(z.nullable(z.string())) }) }),
  livemode: z.optional(z.boolean()),
  api_version: z.optional(z.nullable(z.string())),
  /** Set for an event in a connected account. */
  account: z.optional(z.nullable(z.string())),
})

/**
 * Checks the signature over the raw bytes with each accepted secret, and that the message has our mode (test or
 * live) and our account. Bytes that are no message are a `BillingError('not-an-event')`.
 */
export const readEvent = (
  stripe: Stripe,
  { webhookSecrets, secretKey, account }: StripeSettings,
  raw: string,
  signature: string,
): ProviderEvent => {
  const signed: unknown = verified(stripe, webhookSecrets, raw, signature)
  const parsed = SignedEvent.safeParse(signed)
  if (!parsed.success || unstorablePath(signed)) throw new BillingError('not-an-event')
  const event = parsed.data
  // An operator who configured a test endpoint with a live key sees it fail at the provider, instead of
  // half-handled messages here.
  if (event.livemode !== undefined && event.livemode !== /^(sk|rk)_live_/.test(secretKey))
    throw new BillingError('wrong-mode')
  if (event.account && event.account !== account) throw new BillingError('wrong-account')
  return eventOf(signed as Stripe.Event)
}

const verified = (stripe: Stripe, secrets: string[], raw: string, signature: string): unknown => {
  for (const secret of secrets) {
    try {
      return stripe.webhooks.constructEvent(raw, signature, secret, tolerance)
    } catch {
      // Another secret may match.
    }
  }
  throw new BillingError('bad-signature')
}

const eventOf = (event: Stripe.Event): ProviderEvent => {
  const object = event.data.object as { id?: string }
  const { id, type, api_version } = event
  return { id, type, object: object.id ?? null, apiVersion: api_version ?? null, payload: event }
}

/** The provider lists its messages newest first and keeps them for 30 days. */
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
