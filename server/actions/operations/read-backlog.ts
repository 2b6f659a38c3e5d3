import { sql } from 'drizzle-orm'
import { events } from '../../db/tables/index.ts'
import type { Deps } from '../../deps.ts'
import type { QueueDepth } from '../../messaging/jobs.ts'

/** What waits to be done, for who watches over it. */
export interface Backlog {
  queues: QueueDepth[]
  deadLetters: number
  /** Messages of the provider that are kept but not acted on yet. */
  inbox: { unhandled: number; failing: number; lagSeconds: number }
}

export const readBacklog = async (deps: Deps): Promise<Backlog> => {
  const [inbox] = await deps.db
    .select({
      unhandled: sql<number>`count(*)::int`,
      failing: sql<number>`(count(*) filter (where ${events.failure} is not null))::int`,
      lagSeconds: sql<number>`coalesce(extract(epoch from now() - min(${events.recordedAt})), 0)::float8`,
    })
    .from(events)
    .where(sql`${events.handledAt} is null`)
  const all = await deps.jobs.depths()
  const dead = all.find(({ queue }) => queue === deps.jobs.dead.queue)
  return {
    queues: all.filter((one) => one !== dead),
    deadLetters: dead?.waiting ?? 0,
    inbox: inbox!,
  }
}
