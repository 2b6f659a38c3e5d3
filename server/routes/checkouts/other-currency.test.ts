import { afterAll, beforeAll, expect, it } from 'vitest'
import { services, versionServices } from '../../db/tables/index.ts'
import { newCustomer } from '../../testing/customer.ts'
import { quoteIn } from '../../testing/plan-change.ts'
import { cards, openWorld, type World } from '../../testing/world.ts'

/** A customer who left with unpaid services returns in another currency. */
let world: World
beforeAll(async () => {
  world = await openWorld()
  const { db } = world.deps
  const name = { 'es-MX': 'Timbre', en: 'Stamp' }
  await db.insert(services).values({ catalogue: 'erp', id: 'stamp', name, position: 1 })
  for (const currency of ['MXN', 'USD'] as const)
    await db.insert(versionServices).values({
      version: 'erp/basico/1',
      service: 'stamp',
      currency,
      unit: currency === 'MXN' ? 500 : 25,
    })
})
afterAll(() => world.close())

it('charges nothing of the old currency in the new one', async () => {
  const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico', card: '4000000000000341' })
  expect((await ana.use('stamp', 100)).status).toBe(201)
  await ana.stripe.subscriptions.cancel((await ana.subscription()).id)
  await world.advanceBy('PT1H')
  expect((await ana.billing()).status).toBe('canceled')

  const back = { plan: 'basico', interval: 'month', currency: 'USD', ecosystem: ana.id }
  await world.pay((await world.checkout(back)).body.id, cards.good)
  await world.settled()
  expect(await ana.billing()).toMatchObject({ status: 'active', currency: 'USD' })
  expect((await ana.use('stamp', 4)).body.total).toMatchObject({ amount: 100, currency: 'USD' })

  await world.advanceBy('PT1M')
  const quote = quoteIn(await ana.preview('pro'))
  expect(quote.outstanding).toMatchObject({ amount: 100, currency: 'USD' })
  const { date, amount } = (await ana.billing()).nextPayment
  for (const advanceTo of [date, new Date(Date.parse(date) + 2 * 3_600_000).toISOString()])
    await world.advanceTo(advanceTo)
  expect(await world.deps.jobs.dead.list()).toEqual([])
  const { invoices } = await ana.get('invoices')
  expect(invoices[0]).toMatchObject({ status: 'paid', total: { amount: amount.amount, currency: 'USD' } })
  expect(invoices[0].lines).toContainEqual({
    description: expect.stringContaining('Timbre'),
    amount: expect.objectContaining({ amount: 100 }),
  })
})
