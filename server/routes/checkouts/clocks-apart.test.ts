import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

/** Servers whose clocks differ by some seconds answer one customer in turn. */
let world: World
let clock: World['deps']['clock']
beforeAll(async () => {
  world = await openWorld()
  clock = world.deps.clock
})
afterEach(() => {
  world.deps.clock = clock
})
afterAll(() => world.close())

const clinic = () => newCustomer(world, { catalogue: 'waizant', plan: 'plus' })

/** From now on a server answers whose clock is ahead of the first one's. */
const ahead = (seconds: number) => {
  world.deps.clock = { now: () => new Date(clock.now().getTime() + seconds * 1000) }
}

it('keep the newest read of the provider, whichever server’s clock is ahead', async () => {
  const ana = await clinic()
  ahead(5)
  expect((await ana.post('licences', { quantity: 8 })).status).toBe(200)
  ahead(0)
  expect((await ana.post('cancellation', { reason: 'unused' })).body.billing.status).toBe('canceling')
  expect((await ana.delete('cancellation')).body.status).toBe('active')
})

it('accept an order at the second at which the other one showed its price', async () => {
  const ana = await clinic()
  ahead(5)
  const { at, total: expectedTotal } = (await ana.post('licences/preview', { quantity: 8 })).body
  ahead(0)
  const answer = await ana.post('licences', { quantity: 8, at, expectedTotal })
  expect([answer.status, answer.body.total]).toEqual([200, expectedTotal])
})
