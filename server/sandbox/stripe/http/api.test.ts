import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAnswer } from '../spec/check-answer.ts'
import { createTestPrice, sdkFor, startTestServer, type TestServer } from '../test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** A request that no SDK would send. */
const raw = async (method: string, path: string, body = '', headers: Record<string, string> = {}) => {
  const response = await fetch(`http://127.0.0.1:${server.sandbox.port}${path}`, {
    method,
    headers: { authorization: `Bearer ${server.sandbox.secretKey}`, ...headers },
    ...(method === 'POST' && { body }),
  })
  return {
    status: response.status,
    headers: response.headers,
    json: (await response.json()) as { error?: Stripe.StripeRawError },
  }
}

describe('the REST API refuses what Stripe refuses', () => {
  it.each([
    ['an unknown parameter', 'nmae=Ana', 'parameter_unknown', 'nmae'],
    [
      'an unknown nested parameter',
      'invoice_settings[fotter]=x',
      'parameter_unknown',
      'invoice_settings[fotter]',
    ],
    ['a word outside an enum', 'tax_exempt=perhaps', undefined, 'tax_exempt'],
    ['a fraction where an integer belongs', 'balance=1.5', 'parameter_invalid_integer', 'balance'],
    ['a group where a word belongs', 'name[first]=Ana', undefined, 'name'],
    ['a word where a list belongs', 'preferred_locales=es', undefined, 'preferred_locales'],
  ])('%s', async (_what, body, code, param) => {
    const { status, json } = await raw('POST', '/v1/customers', body)
    expect(status).toBe(400)
    expect(json.error).toMatchObject({ type: 'invalid_request_error', param, ...(code && { code }) })
  })

  it.each([
    ['a missing parameter', 'POST', '/v1/prices', 'unit_amount=100', 400, 'parameter_missing'],
    ['an object that is not there', 'GET', '/v1/customers/cus_nobody', '', 404, 'resource_missing'],
    ['an endpoint that is not served', 'GET', '/v1/payouts', '', 404, undefined],
  ])('%s', async (_what, method, path, body, status, code) => {
    const answer = await raw(method, path, body)
    expect(answer.status).toBe(status)
    expect(answer.json.error?.code).toBe(code)
    expect(answer.headers.get('request-id')).toMatch(/^req_/)
  })

  it('a wrong key, another API version and a broken form, changing nothing', async () => {
    expect((await raw('GET', '/v1/customers', '', { authorization: 'Bearer sk_test_wrong' })).status).toBe(
      401,
    )
    expect((await raw('GET', '/v1/customers', '', { 'stripe-version': '2019-01-01' })).status).toBe(400)
    expect((await raw('POST', '/v1/customers', 'a[b=1')).status).toBe(400)
    expect((await raw('POST', '/v1/customers', '{"name":"Ana"}')).status).toBe(400)
    expect((await raw('GET', '/v1/customers/%E0%A4%A')).status).toBe(404)
  })
})

describe('idempotency', () => {
  it('gives the first answer again, and refuses the key for other parameters', async () => {
    const { stripe } = server
    const first = await stripe.customers.create({ name: 'Ana' }, { idempotencyKey: 'k1' })
    const again = await stripe.customers.create({ name: 'Ana' }, { idempotencyKey: 'k1' })
    expect(again.id).toBe(first.id)
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
    await expect(stripe.customers.create({ name: 'Leo' }, { idempotencyKey: 'k1' })).rejects.toBeInstanceOf(
      Stripe.errors.StripeIdempotencyError,
    )
  })

  it('survives an answer lost after success: the retry finds what was done', async () => {
    const { sandbox, stripe } = server
    sandbox.faults({ api: { failNext: [{ path: '/v1/customers', status: 'timeout-after-success' }] } })
    const made = await sdkFor(sandbox, 2).customers.create({ email: 'once@example.com' })
    expect((await stripe.customers.list({ email: 'once@example.com' })).data.map((each) => each.id)).toEqual([
      made.id,
    ])
  })

  it('lets the SDK retry a lock, a limit and a failure of the server', async () => {
    const { sandbox } = server
    sandbox.faults({
      api: {
        failNext: [
          { path: '/v1/customers', status: 'lock-timeout' },
          { path: '/v1/customers', status: 500 },
        ],
      },
    })
    await expect(sdkFor(sandbox, 3).customers.create({ name: 'Eva' })).resolves.toMatchObject({ name: 'Eva' })
    sandbox.faults({ api: { failNext: [{ path: '/v1/customers', status: 429 }] } })
    await expect(sdkFor(sandbox).customers.create({})).rejects.toBeInstanceOf(
      Stripe.errors.StripeRateLimitError,
    )
  })
})

describe('lists and expansion', () => {
  it('pages through everything, newest first', async () => {
    const { stripe } = server
    const product = await stripe.products.create({ name: 'Paged' })
    const made: string[] = []
    for (let amount = 100; amount < 125; amount++)
      made.push(
        (await stripe.prices.create({ product: product.id, currency: 'usd', unit_amount: amount })).id,
      )
    const seen: string[] = []
    for await (const price of stripe.prices.list({ product: product.id, limit: 10 })) seen.push(price.id)
    expect(seen).toEqual(made.reverse())
    const page = await stripe.prices.list({ product: product.id, limit: 3, ending_before: seen[5]! })
    expect(page.data.map((price) => price.id)).toEqual(seen.slice(2, 5))
  })

  it('expands objects in objects and in lists, and nothing that is not there', async () => {
    const { stripe } = server
    await createTestPrice(stripe, 'Expanded', 900, { lookup_key: 'expanded' })
    const { data } = await stripe.prices.list({ lookup_keys: ['expanded'], expand: ['data.product'] })
    expect((data[0]!.product as Stripe.Product).name).toBe('Expanded')
    await expect(stripe.prices.list({ expand: ['data.nickname'] })).rejects.toThrow('cannot be expanded')
  })

  it('moves a lookup key from the old price to the new one', async () => {
    const { stripe } = server
    const old = await createTestPrice(stripe, 'Keyed', 900, { lookup_key: 'key' })
    await expect(createTestPrice(stripe, 'Keyed', 950, { lookup_key: 'key' })).rejects.toThrow(
      'already uses that lookup key',
    )
    const next = await createTestPrice(stripe, 'Keyed', 950, { lookup_key: 'key', transfer_lookup_key: true })
    expect((await stripe.prices.list({ lookup_keys: ['key'] })).data.map((price) => price.id)).toEqual([
      next.id,
    ])
    expect((await stripe.prices.retrieve(old.id)).lookup_key).toBeNull()
  })
})

it('moves time for all with a test clock', async () => {
  const { stripe, clock } = server
  const target = Math.floor(clock.now().getTime() / 1000) + 40 * 86_400
  const made = await stripe.testHelpers.testClocks.create({ frozen_time: target - 86_400 })
  await expect.poll(async () => (await stripe.testHelpers.testClocks.retrieve(made.id)).status).toBe('ready')
  await stripe.testHelpers.testClocks.advance(made.id, { frozen_time: target })
  await expect
    .poll(async () => (await stripe.testHelpers.testClocks.retrieve(made.id)).frozen_time)
    .toBe(target)
  expect(clock.now().getTime()).toBe(target * 1000)
})

it('holds answers against the types of the SDK', () => {
  expect(checkAnswer({ object: 'customer', id: 7, nmae: 'Ana' })).toEqual(
    expect.arrayContaining(['.id: 7 is not a string', '.balance: missing', '.nmae: unknown']),
  )
})
