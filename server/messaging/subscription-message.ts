import * as z from 'zod/mini'

/** Encounters were paid and are to be added. A consumer of version 1 may ignore fields that it does not know. */
export const EncountersPurchased = z.object({
  version: z.literal(1),
  type: z.literal('encounters-purchased'),
  /** Our id of the purchase: the key by which it counts once. */
  purchase: z.string().check(z.regex(/^pur_[0-9a-f]{32}$/)),
  ecosystem: z.string().check(z.minLength(1)),
  quantity: z.int().check(z.gte(1)),
})
export type EncountersPurchased = z.infer<typeof EncountersPurchased>

/** How many encounters a month includes; the ones that are left of it end with it, bought ones never do. */
export const EncountersIncluded = z.object({
  version: z.literal(1),
  type: z.literal('encounters-included'),
  ecosystem: z.string().check(z.minLength(1)),
  /** Grows with each message about an ecosystem: what a lower one says holds no more. */
  revision: z.int().check(z.gte(1)),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  /** In all for this month, what was granted before among it. */
  granted: z.int().check(z.gte(0)),
})
export type EncountersIncluded = z.infer<typeof EncountersIncluded>

/** An ecosystem may use something else than before: what, `GET …/entitlements` tells. */
export const EntitlementsChanged = z.object({
  version: z.literal(1),
  type: z.literal('entitlements-changed'),
  ecosystem: z.string().check(z.minLength(1)),
  /** Grows with each change: whoever has seen a higher one need not look. */
  revision: z.int().check(z.gte(0)),
})
export type EntitlementsChanged = z.infer<typeof EntitlementsChanged>

/** What travels through the queue `subscription`. */
export const SubscriptionMessage = z.discriminatedUnion('type', [
  EncountersPurchased,
  EncountersIncluded,
  EntitlementsChanged,
])
export type SubscriptionMessage = z.infer<typeof SubscriptionMessage>

const known = new Set<unknown>(['encounters-purchased', 'encounters-included', 'entitlements-changed'])

/** The message in a text; null: of a type that is not for us. One that is none, or of another version, is an error. */
export const readMessage = (text: string): SubscriptionMessage | null => {
  const message: unknown = JSON.parse(text)
  const { type } = z.object({ type: z.string() }).parse(message)
  return known.has(type) ? SubscriptionMessage.parse(message) : null
}

/** By which a queue that removes duplicates knows it again. */
export const messageKey = (message: SubscriptionMessage): string =>
  message.type === 'encounters-purchased'
    ? message.purchase
    : `${message.type === 'encounters-included' ? 'included' : 'entitlements'}-${message.ecosystem}-${message.revision}`
