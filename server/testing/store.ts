import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { inject } from 'vitest'
import { loadCatalogues } from '../db/catalogues/load.ts'
import { readCatalogues } from '../db/catalogues/read.ts'
import { type Database, migrate, openEmbedded, openPostgres } from '../db/open.ts'

/** The engines that every store works on. */
export const engines = ['embedded', 'postgres'] as const
export type Engine = (typeof engines)[number]

/** A new store with both catalogues in it. */
export const newStore = async (engine: Engine = 'embedded'): Promise<Database> => {
  const database = engine === 'embedded' ? await openEmbedded(null) : await newPostgres()
  await migrate(database, 'store')
  await migrate(database, 'core')
  await loadCatalogues(database.db, readCatalogues())
  return database
}

const newPostgres = async (): Promise<Database> => {
  const url = new URL(inject('postgres'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = openPostgres(url.href)
  await server.db.execute(sql`create database ${sql.identifier(name)}`)
  await server.close()
  url.pathname = name
  return openPostgres(url.href)
}
