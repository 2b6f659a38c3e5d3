import { and, eq, gt } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { ecosystems } from '../tables/index.ts'

/** Ecosystems that pay and will renew, one page after `after`. */
export const activeEcosystems = async (db: Db, after: string, limit: number): Promise<string[]> => {
  const rows = await db
    .select({ id: ecosystems.id })
    .from(ecosystems)
    .where(and(eq(ecosystems.status, 'active'), gt(ecosystems.id, after)))
    .orderBy(ecosystems.id)
    .limit(limit)
  return rows.map(({ id }) => id)
}
