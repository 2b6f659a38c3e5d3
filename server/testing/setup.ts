import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { loadCatalogues } from '../db/catalogue/load.ts'
import { readCatalogues } from '../db/catalogue/read-files.ts'
import { type Database, migrate, onPglite, openPostgres } from '../db/connection/open.ts'
import { startPostgres } from './postgres.ts'

/** One PostgreSQL for the whole run, and a store on each engine of which every test file takes copies. */
export default async (project: TestProject) => {
  const directory = mkdtempSync(join(tmpdir(), 'waizant-stores-'))
  const postgres = await startPostgres()
  project.provide('postgres', postgres.url)
  project.provide('postgresStore', await makePostgresStore(postgres.url))
  project.provide('embeddedStore', await makeEmbeddedStore(directory))
  return async () => {
    await postgres.stop()
    rmSync(directory, { recursive: true })
  }
}

const fill = async (database: Database) => {
  await migrate(database, 'store')
  await migrate(database, 'core')
  await loadCatalogues(database.db, readCatalogues())
}

const makePostgresStore = async (server: string): Promise<string> => {
  const url = new URL(server)
  const name = 'store'
  const postgres = openPostgres(url.href)
  await postgres.db.execute(`create database ${name}`)
  await postgres.close()
  url.pathname = name
  const store = openPostgres(url.href)
  await fill(store)
  await store.close()
  return name
}

const makeEmbeddedStore = async (directory: string): Promise<string> => {
  const path = join(directory, 'embedded.tar')
  const pglite = await PGlite.create()
  await fill(onPglite(pglite, () => pglite.close()))
  const image = await pglite.dumpDataDir('none')
  writeFileSync(path, Buffer.from(await image.arrayBuffer()))
  await pglite.close()
  return path
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string
    /** The name of the database to copy. */
    postgresStore: string
    /** The file of the embedded store to copy. */
    embeddedStore: string
  }
}
