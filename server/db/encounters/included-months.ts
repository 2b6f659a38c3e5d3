import { and, asc, eq, gte, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { IncludedMonth, RateChange } from '../../billing/encounters/included-month.ts'
import type { Db } from '../connection/open.ts'
import { includedMonths, quotes, versionParameters } from '../tables/index.ts'

/** The stored month, and how often its grant was sent. */
export type KnownMonth = IncludedMonth & { revision: number }

/** The current or last month of included encounters of an ecosystem; null: it never had one. */
export const includedMonthOf = async (db: Db, ecosystem: string): Promise<KnownMonth | null> => {
  const [row] = await db.select().from(includedMonths).where(eq(includedMonths.ecosystem, ecosystem))
  if (!row) return null
  const { ecosystem: _, ...month } = row
  return month
}

export const writeIncludedMonth = async (tx: Db, ecosystem: string, month: KnownMonth): Promise<void> => {
  await tx
    .insert(includedMonths)
    .values({ ecosystem, ...month })
    .onConflictDoUpdate({ target: includedMonths.ecosystem, set: month })
}

/** How many encounters a plan version includes per month; null: it has no such parameter. */
export const includedEncounters = async (db: Db, version: string): Promise<number | null> =>
  (await includedIn(db, [version])).get(version) ?? null

const includedIn = async (db: Db, versions: string[]): Promise<Map<string, number>> => {
  const rows = await db
    .select()
    .from(versionParameters)
    .where(and(inArray(versionParameters.version, versions), eq(versionParameters.parameter, 'encounters')))
  return new Map(rows.map(({ version, included }) => [version, included]))
}

/**
 * Immediate plan changes since a given time, in order. An accepted change counts once the subscription has its
 * version, because its quote is closed only after that.
 */
export const rateChangesOf = async (
  db: Db,
  ecosystem: string,
  { since, version }: { since: Date; version: string },
): Promise<RateChange[]> => {
  const carriedOut = or(
    eq(quotes.status, 'applied'),
    and(eq(quotes.status, 'accepted'), eq(quotes.version, version)),
  )
  const rows = await db
    .select({ at: quotes.at, from: quotes.from, to: quotes.version })
    .from(quotes)
    .where(
      and(
        eq(quotes.ecosystem, ecosystem),
        gte(quotes.at, since),
        carriedOut,
        isNotNull(sql`nullif(${quotes.steps}->'now', 'null')`),
      ),
    )
    .orderBy(asc(quotes.at), asc(quotes.acceptedAt))
  if (rows.length === 0) return []
  const included = await includedIn(db, [...new Set(rows.flatMap(({ from, to }) => [from, to]))])
  return rows.map(({ at, from, to }) => ({
    at,
    from: included.get(from) ?? 0,
    to: included.get(to) ?? 0,
  }))
}
