import { afterAll, beforeAll, expect, it } from 'vitest'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('lets a customer cancel who left a half-used year and came back for a month', async () => {
  const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico', interval: 'year' })
  const end = async () => {
    const { id } = await ana.subscription()
    await world.advanceBy('P1D')
    await ana.stripe.subscriptions.cancel(id)
    await world.settled()
    return (await ana.billing()).status
  }
  expect(await end()).toBe('canceled')
  const back = { plan: 'basico', interval: 'month', ecosystem: ana.id }
  await world.pay((await world.checkout(back)).body.id)
  await world.settled()
  expect(await ana.billing()).toMatchObject({ status: 'active', interval: 'month' })

  expect(await end()).toBe('canceled')
  const { ended_at } = await ana.subscription()
  expect(await ana.get('billing')).toMatchObject({
    interval: 'month',
    accessUntil: new Date(ended_at! * 1000).toISOString(),
  })
  expect(await ana.get('entitlements')).toMatchObject({ status: 'canceled', access: 'read-only' })
})
