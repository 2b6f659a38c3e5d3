import { sql } from 'drizzle-orm'
import type { Db } from '../db/connection/open.ts'

/** The number of waiting jobs in a queue. */
export interface QueueDepth {
  queue: string
  /** Not started, retries included. */
  waiting: number
  active: number
  /** For how long the oldest due job has been due, in seconds. */
  lagSeconds: number
}

/** The current counts; queues that were never used are left out. */
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
