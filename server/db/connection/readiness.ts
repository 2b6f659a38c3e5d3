import { sql } from 'drizzle-orm'
import type { Db } from './open.ts'

/** Throws when the database does not answer. */
export const checkDatabase = (db: Db) => db.execute(sql`select 1`)

/** Throws when the store's tables are not there. */
export const checkMigrations = (db: Db) => db.execute(sql`select 1 from catalogues limit 1`)

/** Throws when the registry of the company's applications does not answer. */
export const checkRegistry = (core: Db) => core.execute(sql`select 1 from core.ecosystems limit 1`)
