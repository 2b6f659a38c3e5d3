import { sql } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { rateLimits } from '../tables/index.ts'

const now = sql`now()`
const window = sql`now() + interval '1 minute'`

/** Counts one request of a key in its window of a minute; windows are real time. Gives the count and when the window ends. */
export const countInWindow = async (db: Db, key: string): Promise<{ count: number; resetsIn: number }> => {
  const expired = sql`${rateLimits.windowEndsAt} <= ${now}`
  const [row] = await db
    .insert(rateLimits)
    .values({ key, windowEndsAt: window, count: 1 })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        count: sql`case when ${expired} then 1 else ${rateLimits.count} + 1 end`,
        windowEndsAt: sql`case when ${expired} then ${window} else ${rateLimits.windowEndsAt} end`,
      },
    })
    .returning({
      count: rateLimits.count,
      resetsIn: sql<number>`ceil(extract(epoch from ${rateLimits.windowEndsAt} - ${now}))::integer`,
    })
  return row!
}
