import { and, eq, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { CheckoutStatus } from '#contract/checkout'
import type { Db } from '../connection/open.ts'
import { checkouts } from '../tables/index.ts'

export type CheckoutRow = typeof checkouts.$inferSelect

export const checkoutById = async (db: Db, id: string): Promise<CheckoutRow | null> => {
  const [row] = await db.select().from(checkouts).where(eq(checkouts.id, id))
  return row ?? null
}

/** Inserts a checkout; false when its id exists already, or when the buyer has another open one. */
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

/** Open checkouts of the same person of the same company in other browsers. */
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

/** Sets until when a request holds the right to open the checkout's page. */
export const setOpening = async (db: Db, id: string, until: Date | null): Promise<void> => {
  await db.update(checkouts).set({ openingUntil: until }).where(eq(checkouts.id, id))
}

/** Stores the address of the provider's page; false when the checkout was closed in the meantime. */
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

/** Moves a checkout from status `from` to another. Leaves a checkout alone whose status has changed already. */
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

/** Expires a checkout that has no page at the provider yet. A page at the provider must be closed there first. */
export const giveUpCheckout = async (db: Db, id: string): Promise<void> => {
  await db
    .update(checkouts)
    .set({ status: 'expired' })
    .where(and(eq(checkouts.id, id), eq(checkouts.status, 'open'), isNull(checkouts.providerId)))
}

/** True for one caller every few seconds, so that the requests that poll a checkout do not all ask the provider. */
export const mayCheck = async (db: Db, id: string, now: Date, everyMs: number): Promise<boolean> => {
  const before = new Date(now.getTime() - everyMs)
  const rows = await db
    .update(checkouts)
    .set({ checkedAt: now })
    .where(and(eq(checkouts.id, id), or(isNull(checkouts.checkedAt), lt(checkouts.checkedAt, before))))
    .returning()
  return rows.length > 0
}

/** Reads the checkout and locks its row until the caller's transaction ends. */
export const lockCheckout = async (tx: Db, id: string): Promise<CheckoutRow | null> => {
  const [row] = await tx.select().from(checkouts).where(eq(checkouts.id, id)).for('update')
  return row ?? null
}

export const checkoutOfSession = async (db: Db, providerId: string): Promise<CheckoutRow | null> => {
  const [row] = await db.select().from(checkouts).where(eq(checkouts.providerId, providerId))
  return row ?? null
}

/** Marks a checkout as paid; its ecosystem waits to be provisioned. */
export const setCheckoutPaid = async (tx: Db, id: string, ecosystem: string): Promise<void> => {
  await tx.update(checkouts).set({ ecosystem, status: 'pending' }).where(eq(checkouts.id, id))
}

/** Completes an ecosystem's paid checkouts after it was provisioned. */
export const completeCheckouts = async (tx: Db, ecosystem: string): Promise<void> => {
  await tx
    .update(checkouts)
    .set({ status: 'complete' })
    .where(and(eq(checkouts.ecosystem, ecosystem), eq(checkouts.status, 'pending')))
}
