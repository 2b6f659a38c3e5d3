import { eq } from 'drizzle-orm'
import Stripe from 'stripe'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../base/id.ts'
import { events } from '../../db/tables/index.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const message = (type = 'product.created', more: object = {}) =>
  JSON.stringify({
    id: newId('evt'),
    object: 'event',
    type,
    data: { object: { id: 'prod_1', object: 'product' } },
    ...more,
  })

const deliver = (
  payload: string,
  { secret = world.stripe.webhookSecret, timestamp = Math.floor(Date.now() / 1000) } = {},
) => {
  const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })
  return world.send('/webhooks/stripe', { body: payload, headers: { 'Stripe-Signature': header } })
}
const stored = (payload: string) =>
  world.deps.db
    .select()
    .from(events)
    .where(eq(events.id, JSON.parse(payload).id))

it('stores a message before it is acknowledged, once, whatever its type', async () => {
  const payload = message()
  for (let times = 0; times < 3; times++) expect((await deliver(payload)).status).toBe(200)
  await world.settled()
  expect(await stored(payload)).toMatchObject([{ type: 'product.created', handledAt: expect.any(Date) }])
})

it('refuses a message with a bad, old or missing signature, and stores nothing', async () => {
  const payload = message()
  const old = Math.floor(Date.now() / 1000) - 3600
  const answers = [
    await deliver(payload, { secret: 'whsec_other' }),
    await deliver(payload, { timestamp: old }),
    await world.send('/webhooks/stripe', { body: payload }),
    await world.send('/webhooks/stripe', { body: payload, headers: { 'Stripe-Signature': 't=1,v1=zz' } }),
  ]
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
    Array(4).fill([400, 'bad-signature']),
  )
  expect(await stored(payload)).toEqual([])
})

it('refuses bytes that were changed after signing', async () => {
  const payload = message()
  const header = Stripe.webhooks.generateTestHeaderString({ payload, secret: world.stripe.webhookSecret })
  const answer = await world.send('/webhooks/stripe', {
    body: payload.replace('prod_1', 'prod_2'),
    headers: { 'Stripe-Signature': header },
  })
  expect(answer.status).toBe(400)
})

it('keeps a message once when it arrives many times in the same moment', async () => {
  const payload = message()
  const answers = await Promise.all(Array.from({ length: 20 }, () => deliver(payload)))
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  expect(await stored(payload)).toHaveLength(1)
})

it('keeps a message of another API version', async () => {
  const payload = message('product.created', { api_version: '2019-01-01' })
  expect((await deliver(payload)).status).toBe(200)
  await world.settled()
  expect(await stored(payload)).toMatchObject([{ handledAt: expect.any(Date) }])
})

it('refuses a live message on a server in test mode', async () => {
  const payload = message('product.created', { livemode: true })
  expect(await deliver(payload)).toMatchObject({ status: 400, body: { code: 'wrong-mode' } })
  expect(await stored(payload)).toEqual([])
  expect((await deliver(message('product.created', { livemode: false }))).status).toBe(200)
})

it('ignores what the account does for other products', async () => {
  const object = { id: 'sub_of_another_shop', object: 'subscription', customer: 'cus_of_another_shop' }
  const payload = message('customer.subscription.updated', { data: { object } })
  await deliver(payload)
  await world.settled()
  expect(await stored(payload)).toMatchObject([{ handledAt: expect.any(Date), failure: null }])
})

it.each([
  ['null', 'null'],
  ['a list', '[]'],
  ['a text', '"evt_1"'],
  ['without an id', JSON.stringify({ type: 'product.created', data: { object: {} } })],
  ['with an id that is a number', message('product.created', { id: 7 })],
  ['without data', message('product.created', { data: undefined })],
  ['whose data has no object', message('product.created', { data: {} })],
  ['whose object is a list', message('product.created', { data: { object: [] } })],
  ['without a type', message('product.created', { type: null })],
  ['whose object has a number for an id', message('product.created', { data: { object: { id: 1 } } })],
  ['with half a character', message('product.created', { data: { object: { id: 'p', name: '\ud800' } } })],
  ['with U+0000', message('product.created', { data: { object: { id: 'p', name: 'a\u0000b' } } })],
])('refuses what is signed but no message: %s', async (_, payload) => {
  const before = await world.deps.db.$count(events)
  expect(await deliver(payload)).toMatchObject({ status: 400, body: { code: 'not-an-event' } })
  expect(await world.deps.db.$count(events)).toBe(before)
})

it('refuses a message of another account, and stores nothing', async () => {
  const payload = message('product.created', { account: 'acct_of_somebody_else' })
  expect(await deliver(payload)).toMatchObject({ status: 400, body: { code: 'wrong-account' } })
  expect(await stored(payload)).toEqual([])
  expect((await deliver(message('product.created', { account: null }))).status).toBe(200)
})
