import { and, eq, gte, inArray, isNull, lt, ne, or } from 'drizzle-orm'
import type { PurchaseStatus } from '#contract/encounters'
import type { Words } from '#contract/locale'
import type { Db } from '../connection/open.ts'
import { parameters, purchases } from '../tables/index.ts'

export type Purchase = typeof purchases.$inferSelect

export const purchaseById = async (db: Db, id: string): Promise<Purchase | null> => {
  const [row] = await db.select().from(purchases).where(eq(purchases.id, id))
  return row ?? null
}

/** The purchase that the provider's session belongs to; null when it is none of ours. */
export const purchaseOfSession = async (db: Db, providerId: string): Promise<Purchase | null> => {
  const [row] = await db.select().from(purchases).where(eq(purchases.providerId, providerId))
  return row ?? null
}

export const insertPurchase = async (db: Db, row: typeof purchases.$inferInsert): Promise<Purchase> => {
  const [inserted] = await db.insert(purchases).values(row).returning()
  return inserted!
}

/** An ecosystem's purchases that were begun and can still be paid. */
export const openPurchases = async (db: Db, ecosystem: string, except: string): Promise<Purchase[]> =>
  db
    .select()
    .from(purchases)
    .where(and(eq(purchases.ecosystem, ecosystem), eq(purchases.status, 'open'), ne(purchases.id, except)))

/** An ecosystem's purchases that were delivered since a given time. */
export const deliveredSince = async (db: Db, ecosystem: string, since: Date): Promise<Purchase[]> =>
  db
    .select()
    .from(purchases)
    .where(
      and(
        eq(purchases.ecosystem, ecosystem),
        eq(purchases.status, 'delivered'),
        eq(purchases.parameter, 'encounters'),
        gte(purchases.paidAt, since),
      ),
    )

/** Stores the provider's session that pays for a purchase; false when the purchase was closed in the meantime. */
export const setPurchaseSession = async (db: Db, id: string, providerId: string): Promise<boolean> =>
  (
    await db
      .update(purchases)
      .set({ providerId })
      .where(and(eq(purchases.id, id), eq(purchases.status, 'open')))
      .returning()
  ).length > 0

/** Moves a purchase from one of the statuses `from`; false when its status is another one already. */
export const movePurchase = async (
  tx: Db,
  id: string,
  from: PurchaseStatus[],
  to: Partial<Purchase> & { status: PurchaseStatus },
): Promise<boolean> =>
  (
    await tx
      .update(purchases)
      .set(to)
      .where(and(eq(purchases.id, id), inArray(purchases.status, from)))
      .returning()
  ).length > 0

/** True for one caller every few seconds, so that the requests that poll a purchase do not all ask the provider. */
export const mayCheckPurchase = async (db: Db, id: string, now: Date, everyMs: number): Promise<boolean> => {
  const before = new Date(now.getTime() - everyMs)
  const rows = await db
    .update(purchases)
    .set({ checkedAt: now })
    .where(and(eq(purchases.id, id), or(isNull(purchases.checkedAt), lt(purchases.checkedAt, before))))
    .returning()
  return rows.length > 0
}

/** A catalogue's name for a parameter. */
export const parameterName = async (db: Db, catalogue: string, id: string): Promise<Words> => {
  const [row] = await db
    .select({ name: parameters.name })
    .from(parameters)
    .where(and(eq(parameters.catalogue, catalogue), eq(parameters.id, id)))
  return row!.name
}
