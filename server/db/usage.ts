import { and, asc, eq } from 'drizzle-orm'
import type { Db } from './open.ts'
import { usage } from './tables/index.ts'

export type UsageRow = typeof usage.$inferSelect

/** What an ecosystem consumed and has not been charged for, oldest first. */
export const openUsage = async (db: Db, ecosystem: string): Promise<UsageRow[]> =>
  db
    .select()
    .from(usage)
    .where(and(eq(usage.ecosystem, ecosystem), eq(usage.status, 'recorded')))
    .orderBy(asc(usage.at), asc(usage.usageId))
