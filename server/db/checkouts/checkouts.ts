import { and, eq, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { CheckoutStatus } from '#contract/checkout'
import type { Db } from '../connection/open.ts'
import { checkouts } from '../tables/index.ts'

export type CheckoutRow = typeof checkouts.$inferSelect

export const checkoutById = async (db: Db, id: string): Promise<CheckoutRow | null> => {
  const [row] = await db.select().from(checkouts).where(eq(checkouts.id, id))
  return row ?? null
}

/** Writes a checkout down; false when this id, or another open one of the same buyer, is there already. */
export const insertCheckout = async (db: Db, row: typeof checkouts.$inferInsert): Promise<boolean> =>
  (await db.insert(checkouts).values(row).onConflictDoNothing().returning()).length > 0

/** The other checkout that this buyer has open in this catalogue. */
export const otherOpenCheckout = async (db: Db, mine: { id: string; catalogue: string; buyer: string }) => {
  const [row] = await db
    .select()
    .from(checkouts)
    .where(
      and(
        eq(checkouts.catalogue, mine.catalogue),
        eq(checkouts.buyer, mine.buyer),
        eq(checkouts.status, 'open'),
        ne(checkouts.id, mine.id),
      ),
    )
  return row ?? null
}

/** The checkouts of other browsers whose page is open for the same person of the same company. */
export const openTwins = async (
  db: Db,
  { id, catalogue, email, company }: CheckoutRow,
): Promise<CheckoutRow[]> => {
  if (!email || !company) return []
  return db
    .select()
    .from(checkouts)
    .where(
      and(
        ne(checkouts.id, id),
        eq(checkouts.catalogue, catalogue),
        eq(checkouts.status, 'open'),
        isNotNull(checkouts.providerId),
        eq(sql`lower(${checkouts.email})`, email.toLowerCase()),
        eq(sql`lower(${checkouts.company})`, company.toLowerCase()),
      ),
    )
}

/** Says until when somebody is opening a checkout's page. */
export const setOpening = async (db: Db, id: string, until: Date | null): Promise<void> => {
  await db.update(checkouts).set({ openingUntil: until }).where(eq(checkouts.id, id))
}

/** Tells where the provider's page is; false when the checkout was closed in the meantime. */
export const setCheckoutPage = async (
  db: Db,
  id: string,
  page: { providerId: string; url: string },
): Promise<boolean> =>
  (
    await db
      .update(checkouts)
      .set(page)
      .where(and(eq(checkouts.id, id), eq(checkouts.status, 'open')))
      .returning()
  ).length > 0

/** Moves a checkout that is still `from`; what has moved on already stays. */
export const moveCheckout = async (
  db: Db,
  id: string,
  from: CheckoutStatus,
  to: CheckoutStatus,
): Promise<void> => {
  await db
    .update(checkouts)
    .set({ status: to })
    .where(and(eq(checkouts.id, id), eq(checkouts.status, from)))
}

/** Expires a checkout that has no page at the provider yet; one that has must be closed there first. */
export const giveUpCheckout = async (db: Db, id: string): Promise<void> => {
  await db
    .update(checkouts)
    .set({ status: 'expired' })
    .where(and(eq(checkouts.id, id), eq(checkouts.status, 'open'), isNull(checkouts.providerId)))
}

/** True for one caller every few seconds: who waits for a checkout need not all ask the provider. */
export const mayCheck = async (db: Db, id: string, now: Date, everyMs: number): Promise<boolean> => {
  const before = new Date(now.getTime() - everyMs)
  const rows = await db
    .update(checkouts)
    .set({ checkedAt: now })
    .where(and(eq(checkouts.id, id), or(isNull(checkouts.checkedAt), lt(checkouts.checkedAt, before))))
    .returning()
  return rows.length > 0
}

/** The same row, held until the caller's transaction ends. */
export const lockCheckout = async (tx: Db, id: string): Promise<CheckoutRow | null> => {
  const [row] = await tx.select().from(checkouts).where(eq(checkouts.id, id)).for('update')
  return row ?? null
}

export const checkoutOfSession = async (db: Db, providerId: string): Promise<CheckoutRow | null> => {
  const [row] = await db.select().from(checkouts).where(eq(checkouts.providerId, providerId))
  return row ?? null
}

/** A paid checkout waits for its ecosystem to be provisioned. */
export const setCheckoutPaid = async (tx: Db, id: string, ecosystem: string): Promise<void> => {
  await tx.update(checkouts).set({ ecosystem, status: 'pending' }).where(eq(checkouts.id, id))
}

/** What was paid for an ecosystem has arrived: it is provisioned. */
export const completeCheckouts = async (tx: Db, ecosystem: string): Promise<void> => {
  await tx
    .update(checkouts)
    .set({ status: 'complete' })
    .where(and(eq(checkouts.ecosystem, ecosystem), eq(checkouts.status, 'pending')))
}
