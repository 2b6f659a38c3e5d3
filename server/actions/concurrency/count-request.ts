import { sql } from 'drizzle-orm'
import { rateLimits } from '../../db/tables/index.ts'
import type { Deps } from '../../deps.ts'

/** How many requests are left in the window, and the seconds until the next one begins. */
export interface Allowance {
  left: number
  resetsIn: number
}

const now = sql`now()`
const window = sql`now() + interval '1 minute'`

/** Counts a request of `who`; below zero left means that it was one too many. Windows are real time. */
export const countRequest = async (deps: Deps, who: string, most: number): Promise<Allowance> => {
  const expired = sql`${rateLimits.windowEndsAt} <= ${now}`
  const [row] = await deps.db
    .insert(rateLimits)
    .values({ key: who, windowEndsAt: window, count: 1 })
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
  return { left: most - row!.count, resetsIn: Math.max(1, row!.resetsIn) }
}
