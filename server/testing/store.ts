import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { inject } from 'vitest'
import { type Database, onPglite, openPostgres } from '../db/connection/open.ts'

/** The engines that every store works on. */
export const engines = ['embedded', 'postgres'] as const
export type Engine = (typeof engines)[number]

/** Where a test says nothing else: the engine of production. `TEST_ENGINE=embedded npm run test:server` takes the other one. */
export const usualEngine: Engine = process.env.TEST_ENGINE === 'embedded' ? 'embedded' : 'postgres'

/** A new store with both catalogues in it: a copy of the one that was made before all tests. */
export const newStore = (engine: Engine = usualEngine): Promise<Database> =>
  engine === 'embedded' ? copyOfEmbedded() : copyOnPostgres()

const copyOfEmbedded = async (): Promise<Database> => {
  const pglite = await PGlite.create({ loadDataDir: new Blob([readFileSync(inject('embeddedStore'))]) })
  return onPglite(pglite, () => pglite.close())
}

const copyOnPostgres = async (): Promise<Database> => {
  const url = new URL(inject('postgres'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const server = openPostgres(url.href)
  await server.db.execute(
    sql`create database ${sql.identifier(name)} template ${sql.identifier(inject('postgresStore'))}`,
  )
  await server.close()
  url.pathname = name
  return openPostgres(url.href)
}
