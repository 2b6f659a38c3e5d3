import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../base/id.ts'
import { checkoutById } from '../../db/checkouts/checkouts.ts'
import { openWorld, type World } from '../../testing/world.ts'

describe('a checkout refuses', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it.each([
    ['a plan without a price', { plan: 'enterprise' }, 422, 'plan-not-for-sale'],
    ['a plan that does not exist', { plan: 'gold' }, 422, 'plan-not-for-sale'],
    [
      'the trial plan',
      { catalogue: 'waizant', plan: 'free-trial', currency: 'USD' },
      422,
      'plan-not-for-sale',
    ],
    ['a currency that is not sold', { catalogue: 'waizant', plan: 'plus' }, 422, 'plan-not-for-sale'],
    ['seats where none are sold', { licences: 3 }, 422, 'licences-not-for-sale'],
    ['a gateway that is not there', { gateway: 'mercadopago' }, 422, 'gateway-not-available'],
    ['an unknown catalogue', { catalogue: 'nada' }, 404, 'unknown-catalogue'],
    ['an unknown ecosystem', { ecosystem: 'nadie' }, 404, 'not-found'],
    ['a link that we did not sign', { link: 'nadie.9999999999999.x' }, 403, 'link-not-valid'],
    ['a foreign return address', { successUrl: 'https://evil.example/' }, 422, 'return-url-not-allowed'],
    ['a foreign address to cancel', { cancelUrl: 'https://evil.example/' }, 422, 'return-url-not-allowed'],
    ['a script as address', { successUrl: 'javascript:alert(1)' }, 400, 'invalid-input'],
    ['a price of the client’s own', { amount: 1 }, 400, 'invalid-input'],
    [
      'prices of the client’s own',
      { prices: { year: { amount: 1, currency: 'MXN' } } },
      400,
      'invalid-input',
    ],
    ['half a seat', { licences: 0.5 }, 400, 'invalid-input'],
    ['seats below none', { licences: -1 }, 400, 'invalid-input'],
    ['a bad email', { email: 'ana' }, 400, 'invalid-input'],
  ])('%s', async (_, request, status, code) => {
    const answer = await world.checkout(request)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
  })

  it.each([
    ['too small', 'amount-too-small', 422, 'amount-too-small', 'menor de lo que se puede cobrar'],
    ['a declined card', 402, 402, 'payment-declined', 'Tu banco rechazó'],
  ] as const)('what the provider refuses as %s', async (_, status, answered, code, says) => {
    world.stripe.faults({ api: { failNext: [{ path: '/v1/checkout/sessions', status }] } })
    const answer = await world.checkout()
    expect([answer.status, answer.body.code]).toEqual([answered, code])
    expect(answer.body.detail).toContain(says)
  })

  it('to be paid in the sandbox once it has expired, in the reader’s language', async () => {
    const { body } = await world.checkout()
    await world.advanceBy('P1D')
    const headers = { 'Accept-Language': 'en' }
    const answer = await world.send(`/sandbox/checkouts/${body.id}/pay`, { body: {}, headers })
    expect(answer).toMatchObject({ status: 409, body: { code: 'purchase-expired' } })
    expect(answer.body.detail).toContain('expired')
  })

  it('a sandbox payment with a saved card that does not exist, or of a page that was never opened', async () => {
    const { body } = await world.checkout()
    const pay = (id: string) => world.send(`/sandbox/checkouts/${id}/pay`, { body: {} })
    expect(await pay(body.id)).toMatchObject({ status: 402, body: { code: 'no-payment-method' } })
    expect((await pay('cs_test_none')).status).toBe(404)
    expect((await pay('pi_none')).status).toBe(404)
    expect((await world.send('/sandbox/stripe/events/evt_none/resend', { method: 'POST' })).status).toBe(404)
  })

  it('no return address for its spelling, and stores it as a browser reads it', async () => {
    const { url } = world
    const cancelUrl = `  ${url.replace('http', 'HTTP')}/a/../precios?de=Peñón#x `
    const successUrl = `${url.replace('http', 'HTTP')}/./gracias?a=ñ`
    const { body } = await world.checkout({ cancelUrl, successUrl })
    const row = await checkoutById(world.deps.db, body.id)
    expect(row!.cancelUrl).toBe(`${url}/precios?de=Pe%C3%B1%C3%B3n#x`)
    expect(row!.successUrl).toBe(`${url}/gracias?a=%C3%B1&checkout=${body.id}`)
  })

  it('a request without an Idempotency-Key', async () => {
    const { body } = await world.send('/v1/checkouts', {
      body: {
        catalogue: 'erp',
        plan: 'pro',
        interval: 'year',
        currency: 'MXN',
        successUrl: world.url,
        cancelUrl: world.url,
      },
    })
    expect(body).toMatchObject({ status: 400, code: 'idempotency-key-required' })
  })

  it('names every field that is wrong, in the caller’s language', async () => {
    const answer = await world.send('/v1/checkouts', {
      body: { catalogue: 'erp', plan: 'pro', interval: 'week', currency: 'MXN', email: 'ana', surprise: 1 },
      headers: { 'Accept-Language': 'en', 'Idempotency-Key': newId('key') },
    })
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        { path: 'interval', message: 'Choose one of: month, year.' },
        { path: 'email', message: 'Write a valid email, like ana@company.com.' },
        { path: 'successUrl', message: 'This is required.' },
        { path: 'surprise', message: 'There is no such field.' },
      ]),
    )
  })

  it('says that the payment service is away when it is, and takes the same key afterwards', async () => {
    const key = newId('key')
    world.stripe.faults({ api: { failNext: [{ path: '/v1/checkout/sessions', times: 5, status: 500 }] } })
    const away = await world.checkout({}, key)
    expect([away.status, away.body.code]).toEqual([503, 'payments-unavailable'])
    world.stripe.faults({ api: { failNext: [] } })
    expect((await world.checkout({}, key)).status).toBe(201)
  })

  it('does not make a buyer wait for a page that could not be opened', async () => {
    const request = { buyer: crypto.randomUUID() }
    world.stripe.faults({ api: { failNext: [{ path: '/v1/checkout/sessions', times: 5, status: 500 }] } })
    expect((await world.checkout(request)).status).toBe(503)
    world.stripe.faults({ api: { failNext: [] } })
    expect((await world.checkout({ ...request, plan: 'basico' })).status).toBe(201)
  })

  it('a checkout that does not exist', async () => {
    expect((await world.send('/v1/checkouts/chk_1')).status).toBe(404)
    expect((await world.send(`/v1/checkouts/chk_${'0'.repeat(32)}`)).status).toBe(404)
  })
})
