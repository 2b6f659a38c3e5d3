import { and, eq, gte, isNull } from 'drizzle-orm'
import type { Db } from '../connection/open.ts'
import { cancellations } from '../tables/index.ts'

/**
 * Stores a customer's reason for leaving, once for each cancellation. `since` is the start of the
 * subscription's last period, which distinguishes it from the cancellation of an earlier subscription.
 */
export const recordCancellation = async (
  tx: Db,
  row: typeof cancellations.$inferInsert,
  since: Date,
): Promise<void> => {
  const [known] = await tx.select().from(cancellations).where(openSince(row.ecosystem, since)).limit(1)
  if (!known) await tx.insert(cancellations).values(row).onConflictDoNothing()
}

/** Removes the reason: the customer stays after all. */
export const undoCancellation = async (db: Db, ecosystem: string, since: Date, now: Date): Promise<void> => {
  await db.update(cancellations).set({ undoneAt: now }).where(openSince(ecosystem, since))
}

const openSince = (ecosystem: string, since: Date) =>
  and(eq(cancellations.ecosystem, ecosystem), isNull(cancellations.undoneAt), gte(cancellations.at, since))
