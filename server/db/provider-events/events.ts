import { eq, sql } from 'drizzle-orm'
import type { ProviderEvent } from '../../payments/port.ts'
import type { Db } from '../connection/open.ts'
import { events } from '../tables/index.ts'

/** Stores a provider's messages that are new, in one statement; returns the new ids. */
export const keepEvents = async (tx: Db, provider: string, received: ProviderEvent[]): Promise<string[]> => {
  const rows = received.map(({ id, type, object, payload }) => ({ id, type, object, payload }))
  const { rows: added } = (await tx.execute(sql`
    insert into ${events} (id, provider, type, object_id, payload)
    select id, ${provider}, type, object, payload
    from json_to_recordset(${storable(rows)}::text::json) as x (id text, type text, object text, payload jsonb)
    on conflict do nothing returning id`)) as unknown as { rows: { id: string }[] }
  return added.map(({ id }) => id)
}

/**
 * Removes characters that the database can't store. The provider lists a hundred messages at once, and one name
 * with half a surrogate pair must not block the others.
 */
const storable = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    typeof one === 'string' ? one.replaceAll('\u0000', '').toWellFormed() : one,
  )

export type StoredEvent = typeof events.$inferSelect

export const eventById = async (db: Db, id: string): Promise<StoredEvent | null> => {
  const [row] = await db.select().from(events).where(eq(events.id, id))
  return row ?? null
}

/** Stores why handling failed, until a later try succeeds. */
export const setEventFailure = async (db: Db, id: string, failure: string): Promise<void> => {
  await db.update(events).set({ failure }).where(eq(events.id, id))
}

export const setEventHandled = async (db: Db, id: string, handledAt: Date): Promise<void> => {
  await db.update(events).set({ handledAt, failure: null }).where(eq(events.id, id))
}

/** Events that are stored and not handled yet; the lag is the age of the oldest, in seconds. */
export interface InboxState {
  unhandled: number
  failing: number
  lagSeconds: number
}

export const inboxState = async (db: Db): Promise<InboxState> => {
  const [inbox] = await db
    .select({
      unhandled: sql<number>`count(*)::int`,
      failing: sql<number>`(count(*) filter (where ${events.failure} is not null))::int`,
      lagSeconds: sql<number>`coalesce(extract(epoch from now() - min(${events.recordedAt})), 0)::float8`,
    })
    .from(events)
    .where(sql`${events.handledAt} is null`)
  return inbox!
}
