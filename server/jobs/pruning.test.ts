import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newCustomer } from '../testing/customer.ts'
import { openWorld, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** As if the requests had been sent earlier: their keys have the time of the database. */
const age = (days: number) =>
  world.deps.db.execute(
    sql`update idempotency_keys set recorded_at = recorded_at - make_interval(days => ${days}),
      locked_until = locked_until - make_interval(days => ${days})`,
  )

const keys = async (like: string) => {
  const found = await world.deps.db.execute(
    sql`select key from idempotency_keys where key like ${`%${like}`} order by key`,
  )
  return (found as unknown as { rows: object[] }).rows.length
}

it('keeps the answer to a request for 30 days, and then takes it away', async () => {
  const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
  const leave = () => ana.post('cancellation', { reason: 'unused' }, 'leave')
  const first = await leave()
  expect(first.status).toBe(200)

  await age(29)
  await world.advanceBy('P1D')
  expect(await keys('leave')).toBe(1)
  expect((await leave()).body).toEqual(first.body)

  await age(2)
  await world.advanceBy('P1D')
  expect(await keys('leave')).toBe(0)
})

it('leaves the key of a request that is still running', async () => {
  await world.deps.db.execute(
    sql`insert into idempotency_keys (key, body_hash, locked_until, recorded_at)
      values ('running', 'x', now() + interval '1 minute', now() - interval '60 days'),
        ('crashed', 'x', now() - interval '1 minute', now() - interval '60 days')`,
  )
  await world.advanceBy('P1D')
  expect([await keys('running'), await keys('crashed')]).toEqual([1, 0])
})
