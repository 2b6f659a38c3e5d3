import { isNull } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { events } from '../db/tables/index.ts'
import { newCustomer } from '../testing/customer.ts'
import { openWorld, type World } from '../testing/world.ts'
import { stripeOf } from './console.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

it('waits for what jobs brought about, too, however slow the post is', async () => {
  const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
  await ana.use('build-schedule', 3, 'job-1')
  const stripe = stripeOf(world.stripe)
  const [subscription] = (await stripe.subscriptions.list({ customer: ana.provider })).data
  world.stripe.faults({ webhooks: { delayMs: 150 } })
  // Its message makes a job charge for the services, which makes the provider send more webhooks.
  await stripe.subscriptions.cancel(subscription!.id)
  await world.settled()
  const heard = new Set((await world.deps.db.select().from(events)).map(({ id }) => id))
  const unhandled = await world.deps.db.select().from(events).where(isNull(events.handledAt))
  world.stripe.faults({ webhooks: { delayMs: 0 } })

  const { data } = await stripe.events.list({ limit: 30 })
  expect(data.map(({ type }) => type)[0]).not.toBe('customer.subscription.deleted')
  expect(data.filter(({ id }) => !heard.has(id)).map(({ type }) => type)).toEqual([])
  expect(unhandled).toEqual([])
})
