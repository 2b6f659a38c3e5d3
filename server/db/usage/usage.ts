import { and, asc, eq, isNull, lte, type SQL } from 'drizzle-orm'
import type { Words } from '#contract/locale'
import type { Currency } from '#contract/money'
import type { UsageStatus } from '#contract/usage'
import type { Db } from '../connection/open.ts'
import { ecosystems, services, usage } from '../tables/index.ts'

export type UsageRow = typeof usage.$inferSelect

/** What may be charged together: one currency, and nothing after `until` when that is given. */
interface Chargeable {
  currency: Currency
  until?: Date
}

/** An ecosystem's consumption that was not charged yet, oldest first. */
export const openUsage = async (db: Db, ecosystem: string, what: Chargeable): Promise<UsageRow[]> =>
  db
    .select()
    .from(usage)
    .where(of(ecosystem, ...open(what)))
    .orderBy(asc(usage.at), asc(usage.usageId))

/** The consumption that an invoice or a settlement has claimed. */
export const claimedUsage = async (db: Db, ecosystem: string, claim: string): Promise<UsageRow[]> =>
  db
    .select()
    .from(usage)
    .where(of(ecosystem, eq(usage.claimedBy, claim)))
    .orderBy(asc(usage.at), asc(usage.usageId))

/** Claims open consumption for one invoice or settlement, so that no other charges it too. */
export const claimUsage = async (
  db: Db,
  ecosystem: string,
  claim: string,
  what: Chargeable,
): Promise<void> => {
  await db
    .update(usage)
    .set({ claimedBy: claim })
    .where(of(ecosystem, ...open(what)))
}

const open = ({ currency, until }: Chargeable) => [
  isNull(usage.claimedBy),
  eq(usage.currency, currency),
  until && lte(usage.at, until),
]

/** Ends the claim of one report or of all: charged, or open again (`recorded`). */
export const endClaim = async (
  db: Db,
  ecosystem: string,
  claim: string,
  status: UsageStatus,
  usageId?: string,
): Promise<void> => {
  await db
    .update(usage)
    .set(status === 'recorded' ? { claimedBy: null } : { status })
    .where(of(ecosystem, eq(usage.claimedBy, claim), usageId ? eq(usage.usageId, usageId) : undefined))
}

const of = (ecosystem: string, ...more: (SQL | undefined)[]) =>
  and(eq(usage.ecosystem, ecosystem), eq(usage.status, 'recorded'), ...more)

/** Σ units × unit, in minor units. */
export const costOf = (rows: UsageRow[]): number =>
  rows.reduce((sum, { units, unit }) => sum + units * unit, 0)

/** The names of the services in an ecosystem's catalogue. */
export const serviceNames = async (db: Db, ecosystem: string): Promise<Map<string, Words>> => {
  const rows = await db
    .select({ id: services.id, name: services.name })
    .from(services)
    .innerJoin(ecosystems, eq(ecosystems.catalogue, services.catalogue))
    .where(eq(ecosystems.id, ecosystem))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export const usageById = async (db: Db, ecosystem: string, usageId: string): Promise<UsageRow | null> => {
  const [row] = await db
    .select()
    .from(usage)
    .where(and(eq(usage.ecosystem, ecosystem), eq(usage.usageId, usageId)))
  return row ?? null
}

/** Inserts a report; an existing one with the same id stays as it is. */
export const insertUsage = async (db: Db, row: Omit<UsageRow, 'status' | 'claimedBy'>): Promise<void> => {
  await db
    .insert(usage)
    .values({ ...row, status: 'recorded' })
    .onConflictDoNothing()
}
