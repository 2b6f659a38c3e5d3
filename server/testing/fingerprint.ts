import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { stripeOf } from '../sandbox/console.ts'
import type { World } from './world.ts'

/** Tables that may change without a request, or that count requests. */
const aside = new Set(['rate_limits', 'idempotency_keys', 'timetable'])

/**
 * Everything that is stored, by table and by the provider's kind of object: equal before and after means that
 * nothing was written.
 */
export const fingerprint = async (world: World): Promise<Record<string, string>> => ({
  ...(await tablesOf(world)),
  ...(await providerOf(world)),
})

const tablesOf = async ({ deps }: World): Promise<Record<string, string>> => {
  const { rows } = (await deps.db.execute(sql`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'jobs', 'migrations')`)) as unknown as {
    rows: { schema: string; name: string }[]
  }
  const prints: Record<string, string> = {}
  for (const { schema, name } of rows) {
    if (aside.has(name)) continue
    const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`
    const print = await deps.db.execute(
      sql`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${table} t`,
    )
    prints[`${schema}.${name}`] = (print as unknown as { rows: { print: string }[] }).rows[0]!.print
  }
  return prints
}

const providerOf = async ({ stripe }: World): Promise<Record<string, string>> => {
  const sdk = stripeOf(stripe)
  const lists = {
    events: sdk.events,
    customers: sdk.customers,
    subscriptions: sdk.subscriptions,
    schedules: sdk.subscriptionSchedules,
    invoices: sdk.invoices,
    invoiceItems: sdk.invoiceItems,
    sessions: sdk.checkout.sessions,
    paymentIntents: sdk.paymentIntents,
    setupIntents: sdk.setupIntents,
    prices: sdk.prices,
    products: sdk.products,
  }
  const prints: Record<string, string> = {}
  for (const [name, list] of Object.entries(lists)) {
    const all = await list.list({ limit: 100 }).autoPagingToArray({ limit: 10_000 })
    const hash = createHash('md5').update(JSON.stringify(all)).digest('hex')
    prints[`provider.${name}`] = `${all.length} ${hash}`
  }
  return prints
}
