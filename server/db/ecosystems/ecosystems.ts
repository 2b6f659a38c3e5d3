import { eq, sql } from 'drizzle-orm'
import type { Locale } from '#contract/locale'
import type { Currency } from '#contract/money'
import { ecosystemIdsFor } from '../../billing/ecosystems/id.ts'
import type { Db } from '../connection/open.ts'
import { ecosystems } from '../tables/index.ts'

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

/** Registers a new ecosystem under the best id that is free here, and not among those that are `taken` elsewhere. */
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

/** The same, and until the transaction ends nobody else who asks so changes how it stands. */
export const lockEcosystem = async (tx: Db, id: string): Promise<Ecosystem | null> => {
  // Weaker than `update`: rows that only refer to it may be written meanwhile.
  const [row] = await tx.select().from(ecosystems).where(eq(ecosystems.id, id)).for('no key update')
  return row ?? null
}

export const hasEcosystems = async (db: Db): Promise<boolean> =>
  (await db.select({ id: ecosystems.id }).from(ecosystems).limit(1)).length > 0
