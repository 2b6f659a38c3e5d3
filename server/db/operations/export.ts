import { and, asc, eq, gt, or, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Db } from '../connection/open.ts'
import * as t from '../tables/index.ts'

/** The most rows that are in memory at a time. */
const pageSize = 500

/** An ecosystem's rows of a table, oldest first, one page at a time; new rows do not shift the pages. */
async function* inPages<Row, Key extends Date | number>(
  read: (after: SQL | undefined) => Promise<Row[]>,
  by: { columns: [PgColumn, PgColumn]; of: (row: Row) => [Key, string] },
): AsyncGenerator<Row[]> {
  const [first, second] = by.columns
  for (let after: SQL | undefined; ; ) {
    const page = await read(after)
    if (page.length) yield page
    if (page.length < pageSize) return
    const [at, id] = by.of(page.at(-1)!)
    after = or(gt(first, at), and(eq(first, at), gt(second, id)))
  }
}

export const allInvoices = (db: Db, ecosystem: string) =>
  inPages(
    (after) =>
      db
        .select()
        .from(t.invoices)
        .where(and(eq(t.invoices.ecosystem, ecosystem), after))
        .orderBy(asc(t.invoices.at), asc(t.invoices.providerId))
        .limit(pageSize),
    { columns: [t.invoices.at, t.invoices.providerId], of: (row) => [row.at, row.providerId] },
  )

export const allMovements = (db: Db, ecosystem: string) =>
  inPages(
    (after) =>
      db
        .select()
        .from(t.balanceMovements)
        .where(and(eq(t.balanceMovements.ecosystem, ecosystem), after))
        .orderBy(asc(t.balanceMovements.position), asc(t.balanceMovements.providerId))
        .limit(pageSize),
    {
      columns: [t.balanceMovements.position, t.balanceMovements.providerId],
      of: (row) => [row.position, row.providerId],
    },
  )

export const allPurchases = (db: Db, ecosystem: string) =>
  inPages(
    (after) =>
      db
        .select()
        .from(t.purchases)
        .where(and(eq(t.purchases.ecosystem, ecosystem), after))
        .orderBy(asc(t.purchases.createdAt), asc(t.purchases.id))
        .limit(pageSize),
    { columns: [t.purchases.createdAt, t.purchases.id], of: (row) => [row.createdAt, row.id] },
  )

export const allUsage = (db: Db, ecosystem: string) =>
  inPages(
    (after) =>
      db
        .select()
        .from(t.usage)
        .where(and(eq(t.usage.ecosystem, ecosystem), after))
        .orderBy(asc(t.usage.at), asc(t.usage.usageId))
        .limit(pageSize),
    { columns: [t.usage.at, t.usage.usageId], of: (row) => [row.at, row.usageId] },
  )

export const allCancellations = (db: Db, ecosystem: string) =>
  inPages(
    (after) =>
      db
        .select()
        .from(t.cancellations)
        .where(and(eq(t.cancellations.ecosystem, ecosystem), after))
        .orderBy(asc(t.cancellations.at), asc(t.cancellations.id))
        .limit(pageSize),
    { columns: [t.cancellations.at, t.cancellations.id], of: (row) => [row.at, row.id] },
  )

export const allSubscriptions = (db: Db, ecosystem: string) =>
  inPages(
    (after) =>
      db
        .select({ subscription: t.subscriptions, version: t.planVersions })
        .from(t.subscriptions)
        .innerJoin(t.planVersions, eq(t.planVersions.id, t.subscriptions.version))
        .where(and(eq(t.subscriptions.ecosystem, ecosystem), after))
        .orderBy(asc(t.subscriptions.periodStart), asc(t.subscriptions.providerId))
        .limit(pageSize),
    {
      columns: [t.subscriptions.periodStart, t.subscriptions.providerId],
      of: ({ subscription }) => [subscription.periodStart, subscription.providerId],
    },
  )
