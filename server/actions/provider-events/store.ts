import { keepEvents } from '../../db/provider-events/events.ts'
import type { Deps } from '../../deps.ts'
import type { ProviderEvent } from '../../payments/port.ts'

/** Stores new messages and queues their handling in one transaction. Returns how many were new. */
export const storeEvents = async (deps: Deps, received: ProviderEvent[]): Promise<number> => {
  if (!received.length) return 0
  const stored = await deps.db.transaction(async (tx) => {
    const added = await keepEvents(tx, 'stripe', received)
    await deps.jobs.sendAll(
      tx,
      'handle-event',
      added.map((event) => ({ event })),
    )
    return added.length
  })
  if (stored) deps.jobs.wakeSoon()
  return stored
}
