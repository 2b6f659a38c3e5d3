import { sql } from 'drizzle-orm'
import type { ProviderEvent } from '../../payments/port.ts'
import type { Db } from '../connection/open.ts'
import { events } from '../tables/index.ts'

/** Keeps messages of a provider that are not kept yet, in one statement however many; gives the new ones' ids. */
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
 * What the database can't hold goes: the provider lists a hundred messages at once, and one in which somebody's name has half
 * a character must not keep the others out.
 */
const storable = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    typeof one === 'string' ? one.replaceAll('\u0000', '').toWellFormed() : one,
  )
