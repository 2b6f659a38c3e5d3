import { and, count, eq, like } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { settlements } from '../tables/index.ts'

/** How many charges of this name were declined: each retry needs a new idempotency key at the provider. */
export const declinedTries = async (db: Db, ecosystem: string, name: string): Promise<number> => {
  const [row] = await db
    .select({ tries: count() })
    .from(settlements)
    .where(
      and(
        eq(settlements.ecosystem, ecosystem),
        like(settlements.id, `${name}/%`),
        eq(settlements.status, 'declined'),
      ),
    )
  return row?.tries ?? 0
}

export const settlementById = async (db: Db, id: string) => {
  const [row] = await db.select().from(settlements).where(eq(settlements.id, id))
  return row ?? null
}

/** Opens a settlement under its key; an existing one stays as it is. */
export const insertSettlement = async (tx: Db, row: typeof settlements.$inferInsert): Promise<void> => {
  await tx.insert(settlements).values(row).onConflictDoNothing()
}

export const updateSettlement = async (
  tx: Db,
  id: string,
  change: Partial<Pick<typeof settlements.$inferSelect, 'providerId' | 'status' | 'paidAt'>>,
): Promise<void> => {
  await tx.update(settlements).set(change).where(eq(settlements.id, id))
}
