import * as z from 'zod/mini'

/** Encounters were paid and must be added. A consumer of version 1 may ignore fields that it does not know. */
export const EncountersPurchased = z.object({
  version: z.literal(1),
  type: z.literal('encounters-purchased'),
  /** Our id of the purchase: the key because of which it counts once. */
  purchase: z.string().check(z.regex(/^pur_[0-9a-f]{32}$/)),
  ecosystem: z.string().check(z.minLength(1)),
  quantity: z.int().check(z.gte(1)),
})
export type EncountersPurchased = z.infer<typeof EncountersPurchased>

/** How many encounters a month includes. The unused rest expires with the month; bought ones never expire. */
export const EncountersIncluded = z.object({
  version: z.literal(1),
  type: z.literal('encounters-included'),
  ecosystem: z.string().check(z.minLength(1)),
  /** Increases with each message about an ecosystem: a message with a lower revision is out of date. */
  revision: z.int().check(z.gte(1)),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  /** The total for this month, earlier grants included. */
  granted: z.int().check(z.gte(0)),
})
export type EncountersIncluded = z.infer<typeof EncountersIncluded>

/** An ecosystem's entitlements changed; `GET …/entitlements` returns the current ones. */
export const EntitlementsChanged = z.object({
  version: z.literal(1),
  type: z.literal('entitlements-changed'),
  ecosystem: z.string().check(z.minLength(1)),
  /** Increases with each change: a consumer that has seen a higher revision can skip it. */
  revision: z.int().check(z.gte(0)),
})
export type EntitlementsChanged = z.infer<typeof EntitlementsChanged>

/** The messages of the queue `subscription`. */
export const SubscriptionMessage = z.discriminatedUnion('type', [
  EncountersPurchased,
  EncountersIncluded,
  EntitlementsChanged,
])
export type SubscriptionMessage = z.infer<typeof SubscriptionMessage>

const known = new Set<unknown>(['encounters-purchased', 'encounters-included', 'entitlements-changed'])

/** Parses a message; null: its type is not for us. A text that is no message, or has another version, is an error. */
export const readMessage = (text: string): SubscriptionMessage | null => {
  const message: unknown = JSON.parse(text)
  const { type } = z.object({ type: z.string() }).parse(message)
  return known.has(type) ? SubscriptionMessage.parse(message) : null
}

/** The key by which a deduplicating queue identifies a message. */
export const messageKey = (message: SubscriptionMessage): string =>
  message.type === 'encounters-purchased'
    ? message.purchase
    : `${message.type === 'encounters-included' ? 'included' : 'entitlements'}-${message.ecosystem}-${message.revision}`
