import type { SubscriptionMessage } from './subscription-message.ts'

/** Does what a message tells of; may be given the same one any number of times. */
export type Consumer = (message: SubscriptionMessage) => Promise<void>

/** The queue `subscription` (update-plan, "Comprar Encounters"): from the store to the ecosystems' own databases. */
export interface SubscriptionQueue {
  /** Hands a message over: once this has returned it is consumed at least once. */
  send(message: SubscriptionMessage): Promise<void>
  /** Starts consuming. */
  consume(consumer: Consumer): void
  /** Takes no more messages and lets those at work finish. */
  stop(): Promise<void>
}

/** Within the process: whoever sends has a durable job to do it in, which is tried again until it was consumed. */
export const directQueue = (): SubscriptionQueue => {
  let consumer: Consumer | null = null
  return {
    async send(message) {
      if (!consumer) throw new Error('Nobody consumes the queue yet.')
      await consumer(message)
    },
    consume(given) {
      consumer = given
    },
    async stop() {},
  }
}
