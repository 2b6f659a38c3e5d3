import * as z from 'zod/mini'

/** What travels through the queue `subscription`. A consumer of version 1 may ignore fields that it does not know. */
export const SubscriptionMessage = z.object({
  version: z.literal(1),
  type: z.literal('encounters-purchased'),
  /** Our id of the purchase: the key by which it counts once. */
  purchase: z.string().check(z.regex(/^pur_[0-9a-f]{32}$/)),
  ecosystem: z.string().check(z.minLength(1)),
  quantity: z.int().check(z.gte(1)),
})
export type SubscriptionMessage = z.infer<typeof SubscriptionMessage>

/** The message in a text; one that is none, or of another version, is an error. */
export const readMessage = (text: string): SubscriptionMessage => SubscriptionMessage.parse(JSON.parse(text))
