import { sql } from 'drizzle-orm'
import type { Db } from '../db/connection/open.ts'

/** How much waits in a queue. */
export interface QueueDepth {
  queue: string
  /** Not begun, retries included. */
  waiting: number
  active: number
  /** How long the one that is due longest has been due, in seconds. */
  lagSeconds: number
}

/** Counted at the moment; queues that nobody ever used are left out. */
export const readDepths = async (db: Db): Promise<QueueDepth[]> => {
  const { rows } = (await db.execute(sql`
    select name as queue,
      (count(*) filter (where state < 'active'))::int as waiting,
      (count(*) filter (where state = 'active'))::int as active,
      coalesce(extract(epoch from now() - min(start_after) filter (where state < 'active' and start_after <= now())), 0)::float8
        as "lagSeconds"
    from jobs.job group by name order by name`)) as unknown as { rows: QueueDepth[] }
  return rows
}
