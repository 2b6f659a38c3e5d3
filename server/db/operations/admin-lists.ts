import { and, count, desc, eq, ilike, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Db } from '../connection/open.ts'
import * as t from '../tables/index.ts'

/** The rows of a list to read: those that contain `search`, from `offset` on. */
export interface Window {
  search: string
  limit: number
  offset: number
}

/** Searches for the typed text literally: its wildcards are escaped. */
const holds = (search: string, columns: PgColumn[]): SQL | undefined =>
  search
    ? or(...columns.map((column) => ilike(column, `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`)))
    : undefined

const version = {
  plan: t.planVersions.plan,
  planName: t.planVersions.name,
  planVersion: t.planVersions.number,
}

/** A page of rows, newest first, with the total number of rows. */
export const listedCustomers = async (db: Db, { search, limit, offset }: Window) => {
  const { customers, ecosystems, planVersions, subscriptions, invoices } = t
  const found = holds(search, [ecosystems.company, ecosystems.email, ecosystems.id, customers.providerId])
  const paid = sql<string>`(select coalesce(sum(${invoices.amountPaid}), 0) from ${invoices}
    where ${invoices.ecosystem} = ${customers.ecosystem} and ${invoices.currency} = ${customers.currency})`
  const rows = await db
    .select({ customer: customers, ecosystem: ecosystems, subscription: subscriptions, ...version, paid })
    .from(customers)
    .innerJoin(ecosystems, eq(ecosystems.id, customers.ecosystem))
    .innerJoin(planVersions, eq(planVersions.id, ecosystems.version))
    .leftJoin(
      subscriptions,
      and(
        eq(subscriptions.ecosystem, customers.ecosystem),
        eq(subscriptions.currency, customers.currency),
        subscriptions.live,
      ),
    )
    .where(found)
    .orderBy(desc(ecosystems.number), customers.currency)
    .limit(limit)
    .offset(offset)
  const [all] = await db
    .select({ total: count() })
    .from(customers)
    .innerJoin(ecosystems, eq(ecosystems.id, customers.ecosystem))
    .where(found)
  return { rows, total: all!.total }
}

export const listedEcosystems = async (db: Db, { search, limit, offset }: Window) => {
  const { ecosystems, planVersions } = t
  const found = holds(search, [ecosystems.company, ecosystems.email, ecosystems.id])
  const rows = await db
    .select({ ecosystem: ecosystems, ...version })
    .from(ecosystems)
    .innerJoin(planVersions, eq(planVersions.id, ecosystems.version))
    .where(found)
    .orderBy(desc(ecosystems.number))
    .limit(limit)
    .offset(offset)
  const [all] = await db.select({ total: count() }).from(ecosystems).where(found)
  return { rows, total: all!.total }
}

export const listedLeads = async (db: Db, { search, limit, offset }: Window) => {
  const { leads } = t
  const found = holds(search, [leads.name, leads.company, leads.email, leads.id, leads.plan])
  const rows = await db
    .select()
    .from(leads)
    .where(found)
    .orderBy(desc(leads.at), desc(leads.id))
    .limit(limit)
    .offset(offset)
  const [all] = await db.select({ total: count() }).from(leads).where(found)
  return { rows, total: all!.total }
}
