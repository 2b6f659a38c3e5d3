import { type SQL, sql } from 'drizzle-orm'
import type { Entitlements } from '#contract/entitlements'
import {
  type HeldEncounters,
  heldAt,
  type IncludedGrant,
  withBought,
  withGrant,
} from '../../billing/encounters/account.ts'
import { type Database, type Db, openPostgres } from '../connection/open.ts'
import {
  accountFrom,
  accountOf,
  lockAccount,
  monthStatements,
  type Name,
  rowsOf,
  writeAccount,
} from './account.ts'

/** The contents of an ecosystem's own database. */
export interface TicketsContent extends Omit<HeldEncounters, 'available'> {
  plan: string
  version: number
  licences: number | null
  /** Included and bought ones together. */
  encounters: number
}

/** An ecosystem's entitlements; its encounters are stored separately. */
export type KeptEntitlements = Omit<Entitlements, 'encounters'>

/** A credit of something counted; because of `key` it counts once, even when retried. */
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
  /** Adds a credit; false when it was added before. */
  credit(number: number, credit: Credit): Promise<boolean>
  /** Writes a month's grant and expires what is over by now; returns how many encounters there are then. */
  include(number: number, grant: IncludedGrant, now: Date): Promise<number>
  /** Stores the entitlements, unless newer ones are there already. */
  setEntitlements(number: number, entitlements: KeptEntitlements): Promise<void>
  entitlements(number: number): Promise<KeptEntitlements | null>
  /** The contents at a given time. */
  read(number: number, now: Date): Promise<TicketsContent | null>
  /** Deletes the database with its contents; a missing database counts as deleted. */
  drop(number: number): Promise<void>
  close(): Promise<void>
}

export const ticketsName = (number: number) => `waizant_tickets_${String(number).padStart(6, '0')}`

/** Where an ecosystem's tables are: a schema of the store's database, or a database of its own. */
interface Place {
  db: Db
  schema: string
}

/**
 * Uses a schema for each ecosystem in the given database, or a database each when there is a template of their
 * URLs.
 */
export const openTickets = (store: Database, template: string | undefined): Tickets => {
  const opened = new Map<number, Database>()
  const ready = new Set<number>()
  const placeOf = (number: number): Place => {
    if (!template) return { db: store.db, schema: ticketsName(number) }
    const known =
      opened.get(number) ?? openPostgres(template.replaceAll('{number}', String(number).padStart(6, '0')))
    opened.set(number, known)
    return { db: known.db, schema: 'public' }
  }
  /** Upgrades databases from before included months at their first use. */
  const readyPlaceOf = async (number: number): Promise<Place> => {
    const place = placeOf(number)
    if (!ready.has(number)) await makeReady(place, monthStatements(sql.identifier(place.schema)))
    ready.add(number)
    return place
  }
  return {
    async provision(number) {
      if (template) await createDatabase(store.db, number)
      const { db, schema } = placeOf(number)
      const name = sql.identifier(schema)
      await makeReady({ db, schema }, [...statementsFor(name), ...monthStatements(name)])
    },
    async setPlan(number, { plan, version, licences }) {
      const { db, schema } = placeOf(number)
      const table = sql`${sql.identifier(schema)}.plan`
      await db.execute(sql`
        insert into ${table} (plan, version, licences) values (${plan}, ${version}, ${licences})
        on conflict (only_row) do update set plan = excluded.plan, version = excluded.version, licences = excluded.licences`)
    },
    async credit(number, { key, parameter, quantity }) {
      const { db, schema } = await readyPlaceOf(number)
      const name = sql.identifier(schema)
      return db.transaction(async (tx) => {
        const account = await lockAccount(tx, name, parameter)
        const inserted = await tx.execute(sql`
          insert into ${name}.credits (key, parameter, quantity) values (${key}, ${parameter}, ${quantity})
          on conflict do nothing returning key`)
        if (rowsOf(inserted).length === 0) return false
        await writeAccount(tx, name, parameter, withBought(account, quantity))
        return true
      })
    },
    async include(number, grant, now) {
      const { db, schema } = await readyPlaceOf(number)
      const name = sql.identifier(schema)
      return db.transaction(async (tx) => {
        const account = withGrant(await lockAccount(tx, name, 'encounters'), grant, now)
        await writeAccount(tx, name, 'encounters', account)
        return account.total
      })
    },
    async read(number, now) {
      const { db, schema } = await readyPlaceOf(number)
      const name = sql.identifier(schema)
      const [content] = rowsOf(
        await db.execute(sql`
          select plan, version, licences, account.* from ${name}.plan
          left join ${accountOf(name, 'encounters')} account on true`),
      )
      if (!content) return null
      const { plan, version, licences } = content as unknown as TicketsContent
      const { available: encounters, ...held } = heldAt(accountFrom(content), now)
      return { plan, version, licences, encounters, ...held }
    },
    async setEntitlements(number, content) {
      const { db, schema } = placeOf(number)
      const name = sql.identifier(schema)
      const table = sql`${name}.entitlements`
      // Creates the table in databases from before entitlements were stored.
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
      ready.delete(number)
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

/** Two processes that start at once take turns, because "if not exists" alone does not lock. */
const makeReady = ({ db, schema }: Place, statements: SQL[]): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`tickets/${schema}`}))`)
    for (const statement of statements) await tx.execute(statement)
  })

/** `create database` has no "if not exists"; an existing database is what was requested. */
const createDatabase = async (store: Db, number: number) => {
  try {
    await store.execute(sql`create database ${sql.identifier(ticketsName(number))}`)
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: { code?: string } }
    if ((code ?? cause?.code) !== '42P04') throw error
  }
}
