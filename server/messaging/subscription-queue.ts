import type { SubscriptionMessage } from './subscription-message.ts'

/** Handles a message; may be called any number of times with the same one. */
export type Consumer = (message: SubscriptionMessage) => Promise<void>

/** The queue `subscription` (update-plan, "Comprar Encounters"): from the store to the ecosystems' own databases. */
export interface SubscriptionQueue {
  /** Sends a message: once this has returned, it will be consumed at least once. */
  send(message: SubscriptionMessage): Promise<void>
  /** Starts consuming. */
  consume(consumer: Consumer): void
  /** Stops taking messages and waits for those in progress. */
  stop(): Promise<void>
}

/** The queue within one process: the sender is a durable job, which is retried until the message was consumed. */
export const directQueue = (): SubscriptionQueue => {
  let consumer: Consumer | null = null
  return {
    async send(message) {
      if (!consumer) throw new Error('The queue has no consumer yet.')
      await consumer(message)
    },
    consume(given) {
      consumer = given
    },
    async stop() {},
  }
}
