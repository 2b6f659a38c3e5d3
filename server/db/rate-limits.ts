import { lt, sql } from 'drizzle-orm'
import type { Db } from './connection/open.ts'
import { rateLimits } from './tables/index.ts'

/**
 * Takes away the counts of windows that are past: each address that ever asked would keep a row for ever. A minute more is
 * left, so that no count is taken from under a request that begins its next window.
 */
export const pruneRateLimits = async (db: Db): Promise<void> => {
  await db.delete(rateLimits).where(lt(rateLimits.windowEndsAt, sql`now() - interval '1 minute'`))
}
