import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPostgres } from '../../db/connection/open.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const lead = {
  catalogue: 'erp',
  plan: 'enterprise',
  name: 'Ana',
  company: 'Ferretería López',
  email: 'ana@lopez.mx',
}
const askForQuote = () => world.send('/v1/leads', { body: lead })
const unavailable = { status: 503, body: { code: 'store-unavailable' } }

it('reports that a database is down, answers 503 meanwhile, and is ready once it is back', async () => {
  const { db } = world.deps
  expect(await world.send('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } })
  const away = openPostgres('postgres://waizant@127.0.0.1:1/nothing')
  world.deps.db = away.db
  const refused = [await askForQuote(), await world.send('/v1/catalogues/erp/plans')]
  const readiness = await world.send('/readyz')
  world.deps.db = db
  await away.close()
  for (const answer of refused) {
    expect(answer).toMatchObject(unavailable)
    expect(answer.headers.get('Retry-After')).toBe('5')
  }
  expect(readiness).toMatchObject({ status: 503, body: { status: 'not-ready', checks: { database: false } } })
  expect(readiness.headers.get('Retry-After')).toBe('5')
  expect((await askForQuote()).status).toBe(201)
  expect((await world.send('/readyz')).status).toBe(200)
})

it('reports a full disk once a request has met it, until writes succeed again', async () => {
  const { db } = world.deps
  await db.execute(sql`create function disk_full() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`)
  for (const table of ['leads', 'events'])
    await db.execute(
      sql.raw(`create trigger full_disk before insert on ${table} for each row execute function disk_full()`),
    )
  expect((await world.send('/readyz')).status).toBe(200)
  expect(await askForQuote()).toMatchObject(unavailable)
  for (let times = 0; times < 2; times++)
    expect(await world.send('/readyz')).toMatchObject({
      status: 503,
      body: { checks: { database: true, storage: false } },
    })
  await db.execute(sql`drop function disk_full() cascade`)
  expect((await world.send('/readyz')).status).toBe(200)
  expect((await askForQuote()).status).toBe(201)
})
