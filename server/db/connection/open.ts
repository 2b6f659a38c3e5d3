import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import { SettingsError } from '../../env.ts'
import { needRoom } from './need-room.ts'

/** A database or a transaction of it: named queries take either. */
export type Db = PgDatabase<PgQueryResultHKT>

/** An open database, and the connection of the job queue to it. */
export interface Database {
  db: Db
  driver: { kind: 'pglite'; pglite: PGlite } | { kind: 'postgres'; pool: pg.Pool }
  close(): Promise<void>
}

/**
 * The embedded database, on disk in `directory`, or in memory when null. One process at a time: the process
 * that opens it holds the lock.
 */
export const openEmbedded = async (directory: string | null): Promise<Database> => {
  const pglite = await (directory ? createIn(directory) : PGlite.create())
  return onPglite(pglite, () => pglite.close())
}

/**
 * A restart can't repair a damaged database: the error names its directory for the operator. The engine fails on a full
 * disk without saying so, and there nothing is damaged: the disk's own error comes first.
 */
const createIn = (directory: string): Promise<PGlite> => {
  const store = join(directory, 'store')
  return PGlite.create(store).catch((cause) => {
    needRoom(directory)
    throw new SettingsError(
      `The database in ${store} cannot be opened: its files are damaged. Put a copy of the folder ${directory} back, or delete it to begin anew with fresh demonstration data.`,
      { cause },
    )
  })
}

/** A database that also releases what it holds, such as the lock, when it is closed. */
export const holding = (database: Database, release: () => Promise<void>): Database => ({
  ...database,
  close: async () => {
    await database.close()
    await release()
  },
})

export const onPglite = (pglite: PGlite, close: () => Promise<void>): Database => ({
  db: drizzlePglite(pglite) as unknown as Db,
  driver: { kind: 'pglite', pglite },
  close,
})

/** A request that waits longer than this for a connection gets an error, which is better than hanging for ever. */
const patienceMs = 30_000

export const openPostgres = (url: string): Database => {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: patienceMs })
  // The pool replaces a broken connection, and the query that used it fails. Without these listeners the error
  // would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    db: dbOf(pool),
    driver: { kind: 'postgres', pool },
    close: () => pool.end(),
  }
}

/**
 * Queries use any connection of the pool, transactions one of their own. Drizzle's `transaction` on a pool
 * leaks the connection when `begin` itself fails: after ten such failures every request waits. Here the
 * connection is always released.
 */
export const dbOf = (pool: pg.Pool): Db => {
  const db = drizzlePg(pool)
  db.transaction = async (work, config) => {
    const client = await pool.connect()
    try {
      return await drizzlePg(client).transaction(work as never, config)
    } finally {
      client.release()
    }
  }
  return db as unknown as Db
}

const migrations = (name: 'store' | 'core') => ({
  migrationsFolder: join(import.meta.dirname, '..', 'migrations', name),
  migrationsSchema: 'migrations',
  migrationsTable: name,
})

/** Runs the migrations of a database. Replicas that start together wait for each other. */
export const migrate = async (database: Database, name: 'store' | 'core'): Promise<void> => {
  if (database.driver.kind === 'pglite')
    return migratePglite(drizzlePglite(database.driver.pglite), migrations(name))
  const client = await database.driver.pool.connect()
  try {
    const one = drizzlePg(client)
    await one.execute(sql`select pg_advisory_lock(hashtext('waizant-migrations'))`)
    await migratePg(one, migrations(name))
    await one.execute(sql`select pg_advisory_unlock(hashtext('waizant-migrations'))`)
  } finally {
    client.release(true)
  }
}
