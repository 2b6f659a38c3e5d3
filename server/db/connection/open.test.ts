import { sql } from 'drizzle-orm'
import { expect, inject, it } from 'vitest'
import { openPostgres } from './open.ts'

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
