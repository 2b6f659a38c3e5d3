import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

/**
 * An Idempotency-Key that is sent again with a different body, after its first request was refused or
 * interrupted.
 */
let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(() => world.stripe.faults({ api: { failNext: [] } }))
afterAll(() => world.close())

const failing = (path: string) =>
  world.stripe.faults({ api: { failNext: [{ path, times: 99, status: 500 }] } })
const working = () => world.stripe.faults({ api: { failNext: [] } })
const refusalOf = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code]

it('opens no page for another plan', async () => {
  failing('/v1/checkout/*')
  expect((await world.checkout({}, 'wish')).status).toBe(503)
  working()
  const other = await world.checkout({ plan: 'basico', interval: 'month' }, 'wish')
  expect(refusalOf(other)).toEqual([422, 'idempotency-key-reused'])
  expect((await world.checkout({}, 'wish')).status).toBe(201)
})

it('opens no page so late that the provider would refuse it', async () => {
  failing('/v1/checkout/*')
  expect((await world.checkout({}, 'late')).status).toBe(503)
  working()
  await world.advanceBy('PT22H45M')
  expect(refusalOf(await world.checkout({}, 'late'))).toEqual([409, 'purchase-expired'])
  expect((await world.checkout({}, 'anew')).status).toBe(201)
})

it('gets the right refusal when the provider knows the key from an interrupted request', async () => {
  const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
  const { at } = (await ana.post('licences/preview', { quantity: 8 })).body
  failing('/v1/customers/*')
  expect((await ana.post('licences', { quantity: 8, at }, 'seats')).status).toBe(503)
  expect((await ana.post('cancellation', { reason: 'unused' }, 'leave')).status).toBe(503)
  working()
  expect((await ana.delete('cancellation')).status).toBe(200)
  const seats = await ana.post('licences', { quantity: 9, at }, 'seats')
  expect(refusalOf(seats)).toEqual([422, 'idempotency-key-reused'])
  const left = await ana.post('cancellation', { reason: 'unused', comment: 'Ya no.' }, 'leave')
  expect(refusalOf(left)).toEqual([422, 'idempotency-key-reused'])
})

it('may have the maximum length, with every kind of request', async () => {
  const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus', card: '4000000000000341' })
  const key = 'k'.repeat(255)
  expect((await ana.post('payment-method', {}, key)).status).toBe(200)
  expect((await ana.post('licences', { quantity: 8 }, key)).status).toBe(200)
  for (const advanceBy of ['P1M', 'PT3H']) await world.advanceBy(advanceBy)
  ana.card('4242424242424242')
  const { invoice } = (await ana.billing()).due
  expect((await ana.post(`invoices/${invoice}/pay`, {}, key)).body).toEqual({ status: 'paid' })
})
