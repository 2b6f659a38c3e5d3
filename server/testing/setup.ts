import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pino from 'pino'
import type { TestProject } from 'vitest/node'
import { loadCatalogues } from '../db/catalogue/load.ts'
import { readCatalogues } from '../db/catalogue/read-files.ts'
import { type Database, migrate, onPglite, openPostgres } from '../db/connection/open.ts'
import { openJobs } from '../messaging/jobs.ts'
import { startPostgres } from './postgres.ts'

const root = join(import.meta.dirname, '..', '..')

/** One PostgreSQL for the whole run, and a store on each engine of which every test file takes copies. */
export default async (project: TestProject) => {
  const postgres = await startPostgres()
  project.provide('postgres', postgres.socketUrl)
  project.provide('postgresStore', await makePostgresStore(postgres.socketUrl))
  project.provide('embeddedStore', await keptEmbeddedStore())
  return () => postgres.stop()
}

const fill = async (database: Database) => {
  await migrate(database, 'store')
  await migrate(database, 'core')
  await loadCatalogues(database.db, readCatalogues())
  const jobs = await openJobs(database, pino({ level: 'silent' }))
  await jobs.stop()
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

const cache = join(root, 'node_modules', '.cache', 'embedded-stores')

/** It takes ten seconds to make, so it is kept for as long as nothing changes that it is made from. */
const keptEmbeddedStore = async (): Promise<string> => {
  const path = join(cache, `${digestOfSources()}.tar`)
  if (existsSync(path)) return path
  const image = await makeEmbeddedStore()
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  // Another run may be reading or making the same one.
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, image)
  renameSync(unfinished, path)
  return path
}

const makeEmbeddedStore = async (): Promise<Buffer> => {
  const pglite = await PGlite.create()
  await fill(onPglite(pglite, () => pglite.close()))
  const image = await pglite.dumpDataDir('none')
  await pglite.close()
  return Buffer.from(await image.arrayBuffer())
}

/** Tables, catalogues, queues, and the packages that bring them. */
const digestOfSources = (): string => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of ['server/db', 'server/messaging'])
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name)
      if (entry.isFile() && !file.endsWith('.test.ts')) hash.update(file).update(readFileSync(file))
    }
  return hash.digest('hex')
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
