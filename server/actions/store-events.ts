import { events } from '../db/tables/index.ts'
import type { Deps } from '../deps.ts'
import type { ProviderEvent } from '../payments/port.ts'

/** Keeps messages that were not kept yet and queues their handling: both or neither. Gives how many were new. */
export const storeEvents = async (deps: Deps, received: ProviderEvent[]): Promise<number> => {
  if (!received.length) return 0
  const rows = received.map(({ id, type, object, payload }) => ({
    id,
    type,
    object,
    payload: storable(payload),
    provider: 'stripe',
  }))
  const stored = await deps.db.transaction(async (tx) => {
    const added = await tx.insert(events).values(rows).onConflictDoNothing().returning({ event: events.id })
    await deps.jobs.sendAll(tx, 'handle-event', added)
    return added.length
  })
  if (stored) deps.jobs.wake()
  return stored
}

/** PostgreSQL holds no U+0000; a message is not refused for one in somebody's name. */
const storable = (payload: unknown): unknown => {
  const text = JSON.stringify(payload)
  if (!text.includes('\\u0000')) return payload
  return JSON.parse(text, (_, value) => (typeof value === 'string' ? value.replaceAll('\u0000', '') : value))
}
