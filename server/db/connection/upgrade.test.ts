import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate as migrateBy } from 'drizzle-orm/pglite/migrator'
import { expect, it } from 'vitest'
import { migrate, onPglite } from './open.ts'

const folder = join(import.meta.dirname, '..', 'migrations', 'store')

/** A store as an earlier release left it: with the migrations up to a given one. */
const storeUpTo = async (tag: string) => {
  const older = mkdtempSync(join(tmpdir(), 'waizant-migrations-'))
  cpSync(folder, older, { recursive: true })
  const file = join(older, 'meta', '_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] }
  const last = journal.entries.findIndex((entry) => entry.tag === tag)
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, last + 1) }))
  const pglite = await PGlite.create()
  await migrateBy(drizzle(pglite), {
    migrationsFolder: older,
    migrationsSchema: 'migrations',
    migrationsTable: 'store',
  })
  rmSync(older, { recursive: true })
  return onPglite(pglite, () => pglite.close())
}

it('keeps the groups of existing ecosystems, and never takes an operators’ group for one of them', async () => {
  const store = await storeUpTo('0002_readings_in_order')
  await store.db.execute(sql`set session_replication_role = replica`)
  const ecosystem = (id: string, number: number, provisionedAt: string | null) =>
    store.db.execute(sql`insert into ecosystems
      (id, catalogue, company, email, locale, currency, status, version_id, number, identity_group, created_at, provisioned_at)
      values (${id}, 'erp', ${id}, 'ana@x.mx', 'es-MX', 'MXN', 'active', 'erp/pro/1', ${number}, ${id}, now(), ${provisionedAt})`)
  await ecosystem('legacy533', 100_001, '2026-11-01T00:00:00Z')
  await ecosystem('waizant-backoffice', 100_002, '2026-11-01T00:00:00Z')
  await ecosystem('not-yet', 100_003, null)
  await migrate(store, 'store')
  const { rows } = (await store.db.execute(
    sql`select name, ecosystem, made_at is not null as made from identity_groups`,
  )) as unknown as { rows: object[] }
  expect(rows).toEqual([{ name: 'legacy533', ecosystem: 'legacy533', made: true }])
  await store.close()
})
