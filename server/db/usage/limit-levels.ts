import { and, eq } from 'drizzle-orm'
import type { WatchedLevel } from '../../billing/usage/limit-level.ts'
import type { Db } from '../connection/open.ts'
import { limitLevels } from '../tables/index.ts'

type What = (typeof limitLevels.$inferSelect)['what']

/** The level of an ecosystem's limit at the last check; null: it was never checked. */
export const limitLevelOf = async (db: Db, ecosystem: string, what: What): Promise<WatchedLevel | null> => {
  const [row] = await db
    .select()
    .from(limitLevels)
    .where(and(eq(limitLevels.ecosystem, ecosystem), eq(limitLevels.what, what)))
  return row ?? null
}

export const writeLimitLevel = async (
  tx: Db,
  ecosystem: string,
  what: What,
  { total, left, isNear }: WatchedLevel,
): Promise<void> => {
  const level = { total, left, isNear }
  await tx
    .insert(limitLevels)
    .values({ ecosystem, what, ...level })
    .onConflictDoUpdate({ target: [limitLevels.ecosystem, limitLevels.what], set: level })
}
