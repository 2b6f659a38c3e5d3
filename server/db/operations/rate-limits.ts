import { lt, sql } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { rateLimits } from '../tables/index.ts'

const now = sql`now()`
const window = sql`now() + interval '1 minute'`

/**
 * Counts a request of a key in its window of one minute; windows use real time. Returns the count and the end
 * of the window.
 */
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

/**
 * Takes away the counts of windows that are past: each address that ever asked would keep a row for ever. A minute more is
 * left, so that no count is taken from under a request that begins its next window.
 */
export const pruneRateLimits = async (db: Db): Promise<void> => {
  await db.delete(rateLimits).where(lt(rateLimits.windowEndsAt, sql`now() - interval '1 minute'`))
}
