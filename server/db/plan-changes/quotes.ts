import { and, eq, inArray, ne } from 'drizzle-orm'
import type { QuoteAmounts } from '../../billing/plan-changes/amounts.ts'
import type { ChangeSteps, PricedChange } from '../../billing/plan-changes/priced-change.ts'
import type { Db } from '../connection/open.ts'
import { quotes } from '../tables/index.ts'

export type Quote = Omit<typeof quotes.$inferSelect, 'steps' | 'amounts'> & {
  steps: ChangeSteps
  amounts: QuoteAmounts
}

export const insertQuote = async (
  db: Db,
  given: { id: string; ecosystem: string; person: string; change: PricedChange },
): Promise<void> => {
  const { at, expiresAt, from, to, nextAt, steps, amounts } = given.change
  await db.insert(quotes).values({
    id: given.id,
    ecosystem: given.ecosystem,
    person: given.person,
    at,
    expiresAt,
    plan: to.plan.id,
    version: to.plan.versionId,
    interval: to.interval,
    from: from.plan.versionId,
    nextAt,
    steps,
    amounts,
    status: 'open',
  })
}

export const quoteById = async (db: Db, ecosystem: string, id: string): Promise<Quote | null> => {
  const [row] = await db
    .select()
    .from(quotes)
    .where(and(eq(quotes.id, id), eq(quotes.ecosystem, ecosystem)))
  return (row as Quote | undefined) ?? null
}

/** Quotes that were accepted and have not ended. */
export const acceptedQuotes = async (db: Db, ecosystem: string, but?: string): Promise<Quote[]> =>
  (await db
    .select()
    .from(quotes)
    .where(
      and(
        eq(quotes.ecosystem, ecosystem),
        eq(quotes.status, 'accepted'),
        but ? ne(quotes.id, but) : undefined,
      ),
    )) as Quote[]

/** Moves a quote from the expected status to another; false when its status is a different one. */
export const moveQuote = async (
  db: Db,
  id: string,
  from: Quote['status'][],
  to: Partial<typeof quotes.$inferInsert> & { status: Quote['status'] },
): Promise<boolean> =>
  (
    await db
      .update(quotes)
      .set(to)
      .where(and(eq(quotes.id, id), inArray(quotes.status, from)))
      .returning({ id: quotes.id })
  ).length > 0
