import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fillDisk } from '../../scripts/testing/fill-disk.ts'
import type { Database } from '../db/connection/open.ts'
import { readEnv } from '../env.ts'
import { newStore } from '../testing/store.ts'
import { start } from './start.ts'
import { directoryRefusal } from './start-refusal.ts'

const pages = {
  site: () => {},
  files: { has: () => false, fetch: () => new Response(null, { status: 404 }) },
}

const addressOf = ({ driver }: Database): string =>
  driver.kind === 'postgres' ? driver.pool.options.connectionString! : ''

it.each([
  ['the database’s', async () => ({})],
  [
    'the sandbox’s',
    async () => {
      const store = await newStore('postgres')
      await store.close()
      return { DATABASE_URL: addressOf(store) }
    },
  ],
])('asks for room and keeps the folder when a start cannot write %s files', async (_, settings) => {
  const directory = mkdtempSync(join(tmpdir(), 'waizant-full-'))
  const env = readEnv({
    NODE_ENV: 'test',
    PORT: '0',
    SANDBOX_STRIPE_PORT: '0',
    DATA_DIR: directory,
    LOG_LEVEL: 'silent',
    ...(await settings()),
  })
  const makeRoom = fillDisk()
  const refusal = await start(env, pages).catch((error: Error) => error.message)
  makeRoom()
  expect(refusal).toBe(
    `DATA_DIR: the disk is full (${directory}). Make room and start again, and keep the folder: its data are whole.`,
  )
  rmSync(directory, { recursive: true })
})

it.each([
  ['EACCES', 'the folder cannot be written to'],
  ['EPERM', 'the folder cannot be written to'],
  ['EROFS', 'the folder is on a disk that is read-only'],
])('says in one sentence why a data directory cannot be used (%s)', (code, why) => {
  const refused = Object.assign(new Error('mkdir'), { code })
  const { message } = directoryRefusal(new Error('No lock.', { cause: refused }), '/srv/data')
  expect(message).toBe(`DATA_DIR: ${why} (/srv/data). Set it to a folder that this process may write to.`)
})
