import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Locale } from '#contract/locale'
import type { Currency } from '#contract/money'
import { ecosystemIdsFor } from '../../billing/ecosystems/id.ts'
import type { Db } from '../connection/open.ts'
import { ecosystems, planVersions } from '../tables/index.ts'

export type Ecosystem = typeof ecosystems.$inferSelect

export interface NewEcosystem {
  catalogue: string
  company: string
  email: string
  locale: Locale
  timeZone: string
  currency: Currency
  status: Ecosystem['status']
  version: string
  trialEndsAt?: Date
  createdAt: Date
}

/** Inserts a new ecosystem under the best id that is free here and not in `taken`. */
export const insertEcosystem = async (
  tx: Db,
  given: NewEcosystem,
  taken: ReadonlySet<string>,
): Promise<Ecosystem> => {
  const { rows } = (await tx.execute(
    sql`select nextval('ecosystem_numbers')::integer as number`,
  )) as unknown as {
    rows: { number: number }[]
  }
  const { number } = rows[0]!
  for (const id of ecosystemIdsFor(given.company, number)) {
    if (taken.has(id)) continue
    const [inserted] = await tx
      .insert(ecosystems)
      .values({ ...given, id, number, group: id })
      .onConflictDoNothing()
      .returning()
    if (inserted) return inserted
  }
  throw new Error(`No free id for the ecosystem of ${given.company}.`)
}

export const ecosystemById = async (db: Db, id: string): Promise<Ecosystem | null> => {
  const [row] = await db.select().from(ecosystems).where(eq(ecosystems.id, id))
  return row ?? null
}

/**
 * Reads an ecosystem and locks its row: until the transaction ends, no other caller of this function changes
 * its status.
 */
export const lockEcosystem = async (tx: Db, id: string): Promise<Ecosystem | null> => {
  // Weaker than `update`: rows that only refer to the ecosystem may be written in the meantime.
  const [row] = await tx.select().from(ecosystems).where(eq(ecosystems.id, id)).for('no key update')
  return row ?? null
}

export const hasEcosystems = async (db: Db): Promise<boolean> =>
  (await db.select({ id: ecosystems.id }).from(ecosystems).limit(1)).length > 0

/** Changes an ecosystem's own columns. */
export const updateEcosystem = async (
  tx: Db,
  id: string,
  change: Partial<Omit<Ecosystem, 'id' | 'revision'>>,
): Promise<void> => {
  await tx.update(ecosystems).set(change).where(eq(ecosystems.id, id))
}

/** Changes an ecosystem's entitlements and increases their revision; returns the new revision. */
export const updateEntitled = async (
  tx: Db,
  id: string,
  change: Partial<Omit<Ecosystem, 'id' | 'revision'>>,
): Promise<number> => {
  const [row] = await tx
    .update(ecosystems)
    .set({ ...change, entitlementsRevision: sql`${ecosystems.entitlementsRevision} + 1` })
    .where(eq(ecosystems.id, id))
    .returning({ revision: ecosystems.entitlementsRevision })
  return row?.revision ?? 0
}

/**
 * Ecosystems that may have ended, whose data is only retained. Some have expired by now without a stored change
 * of status.
 */
export const endedEcosystems = (db: Db): Promise<Ecosystem[]> =>
  db
    .select()
    .from(ecosystems)
    .where(
      and(
        inArray(ecosystems.status, ['trialing', 'past-due', 'suspended', 'canceled']),
        isNull(ecosystems.deletedAt),
      ),
    )

/** Every ecosystem with the name of its plan, in order of creation. */
export const allEcosystems = (db: Db) =>
  db
    .select({ ecosystem: ecosystems, planName: planVersions.name })
    .from(ecosystems)
    .innerJoin(planVersions, eq(planVersions.id, ecosystems.version))
    .orderBy(asc(ecosystems.number))
