import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ecosystems } from '../../db/tables/index.ts'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('all answers give the same end of retention, also where the clocks change before it', async () => {
  const { deps } = world
  await world.advanceTo('2027-01-10T12:00:00Z')
  const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
  await deps.db.update(ecosystems).set({ timeZone: 'America/Tijuana' }).where(eq(ecosystems.id, ana.id))
  const { ifCanceled } = await ana.billing()
  const { accessUntil, dataUntil } = (await ana.post('cancellation', { reason: 'unused' })).body
  expect(dataUntil).toBe(ifCanceled.dataUntil)
  await world.advanceTo(accessUntil)
  await world.advanceBy('P1D')
  const entitlements = await ana.get('entitlements')
  expect([entitlements.status, entitlements.validUntil]).toEqual(['canceled', dataUntil])
})
