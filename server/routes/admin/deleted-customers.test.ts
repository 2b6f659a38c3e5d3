import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { newCustomer } from '../../testing/customer.ts'
import { cards, openWorld, type World } from '../../testing/world.ts'

/** An operator deletes a customer in the provider's dashboard. */
let world: World
beforeAll(async () => {
  world = await openWorld({ retries: { limit: 2, seconds: 0, maxSeconds: 0 } })
})
afterEach(() => world.stripe.faults({ webhooks: { drop: false } }))
afterAll(() => world.close())

const clinic = () => newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
const refusalOf = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code]

it('ends their subscription, although no customer is left to charge the last services to', async () => {
  const ana = await clinic()
  await ana.use('audit-case', 30)
  await ana.stripe.customers.del(ana.provider)
  await world.settled()
  expect(await world.deps.jobs.dead.list()).toEqual([])
  expect((await ana.billing()).status).toBe('canceled')
})

it('is refused with a text before the message about it has come', async () => {
  const ana = await clinic()
  world.stripe.faults({ webhooks: { drop: true } })
  await ana.stripe.customers.del(ana.provider)
  expect(refusalOf(await ana.post('payment-method', {}))).toEqual([409, 'no-subscription'])
  const { total } = (await ana.post('encounters/preview', { quantity: 500 })).body
  const order = { quantity: 500, expectedTotal: { amount: total.amount, currency: total.currency } }
  expect(refusalOf(await ana.post('encounters', order))).toEqual([409, 'no-subscription'])
  expect(refusalOf(await ana.preview('premium'))).toEqual([409, 'no-subscription'])
  expect(refusalOf(await ana.post('cancellation', { reason: 'unused' }))).toEqual([409, 'no-subscription'])
})

it('may return as a new customer, and is identified by that one from then on', async () => {
  const ana = await clinic()
  await ana.stripe.customers.del(ana.provider)
  await world.advanceBy('PT1H')
  const wanted = { catalogue: 'waizant', plan: 'plus', interval: 'month', currency: 'USD', ecosystem: ana.id }
  const opened = await world.checkout(wanted, 'back')
  expect(opened.status, opened.text).toBe(201)
  expect((await world.checkout(wanted, 'back')).body).toEqual(opened.body)
  await world.pay(opened.body.id, cards.good)
  await world.settled()
  expect(await world.deps.jobs.dead.list()).toEqual([])
  expect((await ana.billing()).status).toBe('active')
  expect((await ana.post('payment-method', {})).status).toBe(200)

  const { data } = await ana.stripe.subscriptions.list({ limit: 1 })
  await ana.stripe.subscriptions.cancel(data[0]!.id)
  await world.settled()
  expect((await ana.billing()).status).toBe('canceled')
})
