import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, inject, it } from 'vitest'
import { fillDisk } from '../../../scripts/testing/fill-disk.ts'
import { openEmbedded, openPostgres } from './open.ts'

interface Connected {
  connection: { stream: { destroy(): void } }
}

it('keeps all pool connections usable when the database breaks off at the start of a transaction', async () => {
  const { db, driver, close } = openPostgres(inject('postgres'))
  if (driver.kind !== 'postgres') throw new Error('This is about PostgreSQL.')
  const { pool } = driver
  const breakOff = (client: unknown) => (client as Connected).connection.stream.destroy()
  pool.on('acquire', breakOff)
  for (let times = 0; times < pool.options.max + 2; times++)
    await expect(db.transaction(async () => {})).rejects.toThrow()
  pool.off('acquire', breakOff)
  const { rows } = await db.transaction(
    (tx) => tx.execute(sql`select 1 as one`) as never as Promise<{ rows: object[] }>,
  )
  expect(rows).toEqual([{ one: 1 }])
  expect(pool.totalCount).toBe(pool.idleCount)
  await close()
})

describe('an embedded database that cannot be opened', () => {
  const damaged = () => {
    const directory = mkdtempSync(join(tmpdir(), 'waizant-damaged-'))
    mkdirSync(join(directory, 'store'))
    writeFileSync(join(directory, 'store', 'PG_VERSION'), '18\n')
    return directory
  }

  it('because its files are damaged is named, with the way to begin anew', async () => {
    const directory = damaged()
    await expect(openEmbedded(directory)).rejects.toThrow(/files are damaged.*delete it to begin anew/)
    rmSync(directory, { recursive: true })
  })

  it('on a full disk is refused with the error of the disk', async () => {
    const directory = damaged()
    const makeRoom = fillDisk()
    const refusal = await openEmbedded(directory).catch((error) => error)
    makeRoom()
    expect(refusal).toMatchObject({ code: 'ENOSPC' })
    rmSync(directory, { recursive: true })
  })
})
