import { events } from '../db/tables/index.ts'
import type { Deps } from '../deps.ts'

/** Stores a provider's message once and queues its handling; acknowledged only when this has returned. */
export const receiveEvent = async (deps: Deps, raw: string, signature: string): Promise<void> => {
  const event = deps.payments.event(raw, signature)
  await deps.db.transaction(async (tx) => {
    const [stored] = await tx
      .insert(events)
      .values({ ...event, provider: 'stripe' })
      .onConflictDoNothing()
      .returning()
    if (stored) await deps.jobs.send(tx, 'handle-event', { event: event.id })
  })
  deps.jobs.wake()
}
