import { type SQL, sql } from 'drizzle-orm'
import type { Entitlements } from '#contract/entitlements'
import { type Database, type Db, openPostgres } from './open.ts'

/** What an ecosystem's own database holds. */
export interface TicketsContent {
  plan: string
  version: number
  licences: number | null
  encounters: number
}

/** What an ecosystem may use; its encounters are counted beside it. */
export type KeptEntitlements = Omit<Entitlements, 'encounters'>

/** A credit of something counted; `key` makes it count once, whatever is retried. */
export interface Credit {
  key: string
  parameter: string
  quantity: number
}

/** The ecosystems' own databases, `waizant_tickets_######`. Every write may be repeated. */
export interface Tickets {
  /** Makes the database if it is not there yet. */
  provision(number: number): Promise<void>
  setPlan(number: number, plan: { plan: string; version: number; licences: number | null }): Promise<void>
  /** Adds a credit; false when it had been added before. */
  credit(number: number, credit: Credit): Promise<boolean>
  /**
   * Gives what a plan includes, up to `upTo` over all plans that the ecosystem has paid for; what a trial included is
   * beside that. Asked again for the same plan version it gives nothing more.
   */
  include(number: number, included: { of: string; parameter: string; upTo: number }): Promise<void>
  /** Keeps what the ecosystem may use, unless something later is there already. */
  setEntitlements(number: number, entitlements: KeptEntitlements): Promise<void>
  entitlements(number: number): Promise<KeptEntitlements | null>
  read(number: number): Promise<TicketsContent | null>
  /** Deletes the database and everything in it; one that is not there is what was asked for. */
  drop(number: number): Promise<void>
  close(): Promise<void>
}

export const ticketsName = (number: number) => `waizant_tickets_${String(number).padStart(6, '0')}`

/** Where one ecosystem's tables are: a schema of the store's database, or a database of its own. */
interface Place {
  db: Db
  schema: string
}

/** A schema for each ecosystem in the given database, or a database each where there is a template of their URLs. */
export const openTickets = (store: Database, template: string | undefined): Tickets => {
  const opened = new Map<number, Database>()
  const placeOf = (number: number): Place => {
    if (!template) return { db: store.db, schema: ticketsName(number) }
    const known =
      opened.get(number) ?? openPostgres(template.replaceAll('{number}', String(number).padStart(6, '0')))
    opened.set(number, known)
    return { db: known.db, schema: 'public' }
  }
  return {
    async provision(number) {
      if (template) await createDatabase(store.db, number)
      const { db, schema } = placeOf(number)
      for (const statement of statementsFor(sql.identifier(schema))) await db.execute(statement)
    },
    async setPlan(number, { plan, version, licences }) {
      const { db, schema } = placeOf(number)
      const table = sql`${sql.identifier(schema)}.plan`
      await db.execute(sql`
        insert into ${table} (plan, version, licences) values (${plan}, ${version}, ${licences})
        on conflict (only_row) do update set plan = excluded.plan, version = excluded.version, licences = excluded.licences`)
    },
    async credit(number, credit) {
      const { db, schema } = placeOf(number)
      return db.transaction((tx) => addOnce(tx, sql.identifier(schema), credit))
    },
    async include(number, { of, parameter, upTo }) {
      const { db, schema } = placeOf(number)
      const name = sql.identifier(schema)
      await db.transaction(async (tx) => {
        // Two versions delivered at once take turns.
        await tx.execute(sql`select 1 from ${name}.plan for update`)
        const [given] = rowsOf(
          await tx.execute(sql`
            select coalesce(sum(quantity), 0)::integer as quantity from ${name}.credits
            where parameter = ${parameter} and key like 'included/%'
              and (key = 'included/trial') = ${of === 'trial'}`),
        )
        const quantity = upTo - Number(given!.quantity)
        if (quantity > 0) await addOnce(tx, name, { key: `included/${of}`, parameter, quantity })
      })
    },
    async read(number) {
      const { db, schema } = placeOf(number)
      const name = sql.identifier(schema)
      const [content] = rowsOf(
        await db.execute(sql`
          select plan, version, licences,
            (select coalesce(sum(total), 0)::integer from ${name}.counters where id = 'encounters') as encounters
          from ${name}.plan`),
      )
      return (content as unknown as TicketsContent) ?? null
    },
    async setEntitlements(number, content) {
      const { db, schema } = placeOf(number)
      const name = sql.identifier(schema)
      const table = sql`${name}.entitlements`
      // Databases of before it existed have it from now on.
      await db.execute(entitlementsTable(name))
      await db.execute(sql`
        insert into ${table} as kept (revision, content) values (${content.revision}, ${JSON.stringify(content)}::jsonb)
        on conflict (only_row) do update set revision = excluded.revision, content = excluded.content
        where kept.revision <= excluded.revision`)
    },
    async entitlements(number) {
      const { db, schema } = placeOf(number)
      const [row] = rowsOf(await db.execute(sql`select content from ${sql.identifier(schema)}.entitlements`))
      return (row?.content as KeptEntitlements) ?? null
    },
    async drop(number) {
      if (!template)
        return void (await store.db.execute(
          sql`drop schema if exists ${sql.identifier(ticketsName(number))} cascade`,
        ))
      await opened.get(number)?.close()
      opened.delete(number)
      await store.db.execute(sql`drop database if exists ${sql.identifier(ticketsName(number))} with (force)`)
    },
    async close() {
      for (const database of opened.values()) await database.close()
    },
  }
}

const rowsOf = (result: unknown) => (result as { rows: Record<string, unknown>[] }).rows

type Name = ReturnType<typeof sql.identifier>

const entitlementsTable = (name: Name): SQL => sql`create table if not exists ${name}.entitlements (
  only_row boolean primary key default true check (only_row), revision integer not null, content jsonb not null)`

const statementsFor = (name: Name): SQL[] => [
  sql`create schema if not exists ${name}`,
  sql`create table if not exists ${name}.plan (
    only_row boolean primary key default true check (only_row), plan text not null, version integer not null, licences integer)`,
  sql`create table if not exists ${name}.counters (id text primary key, total bigint not null check (total >= 0))`,
  sql`create table if not exists ${name}.credits (
    key text primary key, parameter text not null, quantity bigint not null, recorded_at timestamptz not null default now())`,
  entitlementsTable(name),
]

const addOnce = async (tx: Db, name: Name, { key, parameter, quantity }: Credit) => {
  const inserted = await tx.execute(sql`
    insert into ${name}.credits (key, parameter, quantity) values (${key}, ${parameter}, ${quantity})
    on conflict do nothing returning key`)
  if (rowsOf(inserted).length === 0) return false
  await tx.execute(sql`
    insert into ${name}.counters (id, total) values (${parameter}, ${quantity})
    on conflict (id) do update set total = counters.total + excluded.total`)
  return true
}

/** `create database` knows no "if not exists"; one that is there already is what was asked for. */
const createDatabase = async (store: Db, number: number) => {
  try {
    await store.execute(sql`create database ${sql.identifier(ticketsName(number))}`)
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: { code?: string } }
    if ((code ?? cause?.code) !== '42P04') throw error
  }
}
