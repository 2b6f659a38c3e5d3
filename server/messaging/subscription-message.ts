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
export const SubscriptionMessage = z.discriminatedUnion('type', [EncountersPurchased, EntitlementsChanged])
export type SubscriptionMessage = z.infer<typeof SubscriptionMessage>

const known = new Set<unknown>(['encounters-purchased', 'entitlements-changed'])

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
    : `entitlements-${message.ecosystem}-${message.revision}`
