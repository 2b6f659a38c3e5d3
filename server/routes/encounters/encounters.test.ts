import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EncounterPrice, EncounterPurchase, EncounterPurchaseOpened } from '#contract/encounters'
import { InvoiceList } from '#contract/invoice'
import { newId } from '../../base/id.ts'
import { packages, subscriptions } from '../../db/tables/index.ts'
import { stripeOf } from '../../sandbox/console.ts'
import { cards, openWorld, type World } from '../../testing/world.ts'

const threeDSecure = '4000002760003184'

describe('encounters', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const customer = async (plan = 'plus', more: object = {}): Promise<string> => {
    const request = { catalogue: 'waizant', plan, company: newId('Co'), ...more }
    return (await world.send('/sandbox/ecosystems', { body: request })).body.ecosystem
  }
  const path = (ecosystem: string, rest = '') => `/v1/ecosystems/${ecosystem}/encounters${rest}`
  const preview = async (ecosystem: string, quantity: unknown) =>
    world.send(path(ecosystem, '/preview'), { body: { quantity }, headers: await world.signIn(ecosystem) })
  const usd = (amount: number) => ({ amount, currency: 'USD' })
  const buy = async (
    ecosystem: string,
    { quantity = 100, expectedTotal = usd(quantity * 50) as object, key = newId('key') } = {},
  ) =>
    world.send(path(ecosystem), {
      body: { quantity, expectedTotal },
      headers: { ...(await world.signIn(ecosystem)), 'Idempotency-Key': key },
    })
  const read = async (ecosystem: string, id: string, headers: Record<string, string> = {}) =>
    (
      await world.send(path(ecosystem, `/${id}`), {
        headers: { ...(await world.signIn(ecosystem)), ...headers },
      })
    ).body
  const bought = async (ecosystem: string): Promise<number> =>
    (await world.send(`/sandbox/ecosystems/${ecosystem}/tickets`)).body.bought
  const pay = (id: string, body: object = {}) => world.send(`/sandbox/checkouts/${id}/pay`, { body })

  it.each([
    ['too small', 'amount-too-small', 422, 'amount-too-small'],
    ['declined', 402, 402, 'payment-declined'],
  ] as const)(
    'that the provider refuses as %s are refused in words, and the same request may be repeated',
    async (_, status, answered, code) => {
      const ecosystem = await customer()
      const key = newId('key')
      world.stripe.faults({ api: { failNext: [{ path: '/v1/checkout/sessions', status }] } })
      const refused = await buy(ecosystem, { key })
      expect([refused.status, refused.body.code]).toEqual([answered, code])
      const { id } = (await buy(ecosystem, { key })).body
      expect((await pay(id)).status).toBe(200)
      expect(await bought(ecosystem)).toBe(100)
    },
  )

  describe('their price', () => {
    let plus: string
    beforeAll(async () => {
      plus = await customer()
    })

    it.each([
      [50, 50, 55],
      [99, 50, 55],
      [100, 100, 50],
      [499, 100, 50],
      [500, 500, 45],
      [999, 500, 45],
      [1_000, 1_000, 40],
      [1_000_000, 1_000, 40],
    ])('for %i is that of the package of %i, for all of them', async (quantity, reached, unit) => {
      const { status, body } = await preview(plus, quantity)
      expect(status).toBe(200)
      expect(EncounterPrice.parse(body)).toMatchObject({
        quantity,
        unit: usd(unit),
        total: usd(unit * quantity),
        package: { quantity: reached, unit: usd(unit), total: usd(unit * reached) },
      })
    })

    it('is that of the customer’s own plan, in their language', async () => {
      const lite = await customer('lite', { interval: 'year' })
      const { body } = await world.send(path(lite, '/preview'), {
        body: { quantity: 100 },
        headers: { ...(await world.signIn(lite)), 'Accept-Language': 'en' },
      })
      expect(body.total).toEqual({ ...usd(5_500), text: '$55.00' })
    })

    it('does not exist below the smallest package, in a plan that sells none, or without a subscription', async () => {
      const small = await preview(plus, 49)
      expect([small.status, small.body.code]).toEqual([422, 'quantity-too-small'])
      expect(small.body.detail).toContain('50')
      const erp = await customer('pro', { catalogue: 'erp', currency: 'MXN' })
      expect((await preview(erp, 100)).body).toMatchObject({ status: 422, code: 'encounters-not-for-sale' })
      const trial = await customer('free-trial')
      expect((await preview(trial, 100)).body).toMatchObject({ status: 409, code: 'no-subscription' })
    })

    it('is at least what a card can be charged, however cheap and small a package is', async () => {
      const premium = await customer('premium')
      const cheap = { currency: 'USD', interval: 'month', quantity: 1, unit: 8 } as const
      await world.deps.db
        .insert(packages)
        .values({ ...cheap, version: 'waizant/premium/1', parameter: 'encounters' })
      const small = await buy(premium, { quantity: 6, expectedTotal: usd(48) })
      expect([small.status, small.body.code]).toEqual([422, 'quantity-too-small'])
      expect(small.body.detail).toContain('7')
      expect((await buy(premium, { quantity: 7, expectedTotal: usd(56) })).status).toBe(201)
    })

    it('refuses an invalid quantity', async () => {
      for (const quantity of [0, -5, 1.5, '100', null, 1_000_001])
        expect((await preview(plus, quantity)).body.code).toBe('invalid-input')
    })
  })

  it('are paid with the saved card, delivered and invoiced; the balance is not touched', async () => {
    const ecosystem = await customer()
    const stripe = stripeOf(world.stripe)
    const payer = (await stripe.customers.list({ limit: 1 })).data[0]!.id
    await stripe.customers.createBalanceTransaction(payer, { amount: -9_000, currency: 'usd' })
    await world.settled()
    const balance = async () =>
      (await world.send(`/v1/ecosystems/${ecosystem}/balance`, { headers: await world.signIn(ecosystem) }))
        .body
    const before = await balance()
    expect(before.balance).toMatchObject(usd(9_000))

    const opened = await buy(ecosystem)
    expect(opened.status).toBe(201)
    expect(EncounterPurchaseOpened.parse(opened.body)).toMatchObject({
      id: expect.stringMatching(/^pur_/),
      status: 'open',
      checkout: { clientSecret: expect.stringContaining('_secret_') },
    })
    const { id } = opened.body
    expect(EncounterPurchase.parse(await read(ecosystem, id))).toMatchObject({ status: 'open' })
    expect((await pay(id)).status).toBe(200)
    expect(await read(ecosystem, id)).toEqual({
      id,
      status: 'delivered',
      quantity: 100,
      total: { ...usd(5_000), text: expect.any(String) },
    })
    expect(await bought(ecosystem)).toBe(100)
    expect(await balance()).toEqual(before)
    expect(await stripe.customers.retrieve(payer)).toMatchObject({ balance: -9_000 })
    const { body } = await world.send(`/v1/ecosystems/${ecosystem}/invoices`, {
      headers: await world.signIn(ecosystem),
    })
    expect(InvoiceList.parse(body).invoices).toContainEqual(
      expect.objectContaining({
        status: 'paid',
        total: expect.objectContaining(usd(5_000)),
        amountPaid: expect.objectContaining(usd(5_000)),
        balanceUsed: expect.objectContaining(usd(0)),
        lines: [
          {
            description: expect.stringMatching(/^[\d]+ × Encounters$/),
            amount: expect.objectContaining(usd(5_000)),
          },
        ],
      }),
    )
  })

  it('are not charged at another price than the one that was shown', async () => {
    const ecosystem = await customer()
    const stripe = stripeOf(world.stripe)
    const { data: before } = await stripe.checkout.sessions.list({ limit: 1 })
    for (const expectedTotal of [usd(4_999), usd(5_001), { amount: 5_000, currency: 'MXN' }])
      expect((await buy(ecosystem, { expectedTotal })).body).toMatchObject({
        status: 409,
        code: 'price-changed',
      })
    expect((await stripe.checkout.sessions.list({ limit: 1 })).data[0]!.id).toBe(before[0]!.id)
  })

  it('are sold to a customer whose cancellation is pending, and not after the end', async () => {
    const ecosystem = await customer()
    const stripe = stripeOf(world.stripe)
    const [subscription] = (await stripe.subscriptions.list({ limit: 1 })).data
    await stripe.subscriptions.update(subscription!.id, { cancel_at_period_end: true })
    await world.settled()
    const { body } = await buy(ecosystem)
    expect((await pay(body.id)).status).toBe(200)
    await stripe.subscriptions.cancel(subscription!.id)
    await world.settled()
    expect((await buy(ecosystem)).body).toMatchObject({ status: 409, code: 'no-subscription' })
  })

  it('are sold to a customer with an unpaid renewal, who still uses the plan', async () => {
    const ecosystem = await customer('plus', { card: '4000000000000341' })
    const due = (
      await world.deps.db.select().from(subscriptions).where(eq(subscriptions.ecosystem, ecosystem))
    )[0]!
    const aDayLater = new Date(due.periodEnd.getTime() + 86_400_000).toISOString()
    await world.advanceTo(aDayLater)
    const headers = await world.signIn(ecosystem)
    expect((await world.send(`/v1/ecosystems/${ecosystem}/billing`, { headers })).body.status).toBe(
      'past-due',
    )
    const { body } = await buy(ecosystem)
    expect((await pay(body.id, { card: cards.good })).status).toBe(200)
    expect(await read(ecosystem, body.id)).toMatchObject({ status: 'delivered' })
  })

  describe('a key', () => {
    it('opens one payment, even when it is sent again, and none for another request', async () => {
      const ecosystem = await customer()
      const key = newId('key')
      const answers = await Promise.all([
        buy(ecosystem, { key }),
        buy(ecosystem, { key }),
        buy(ecosystem, { key }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      expect((await buy(ecosystem, { key, quantity: 200 })).body).toMatchObject({
        status: 422,
        code: 'idempotency-key-reused',
      })
      expect(
        (
          await world.send(path(ecosystem), {
            body: { quantity: 100, expectedTotal: usd(5_000) },
            headers: await world.signIn(ecosystem),
          })
        ).body.code,
      ).toBe('idempotency-key-required')
    })

    it('belongs to one ecosystem', async () => {
      const [one, other] = [await customer(), await customer()]
      const key = newId('key')
      const [first, second] = [await buy(one, { key }), await buy(other, { key })]
      expect([first.status, second.status]).toEqual([201, 201])
      expect(first.body.id).not.toBe(second.body.id)
    })

    it('finds the payment whose opening was answered, when that answer was lost', async () => {
      const ecosystem = await customer()
      world.stripe.faults({
        api: { failNext: [{ path: '/v1/checkout/sessions', status: 'timeout-after-success' }] },
      })
      const { status, body } = await buy(ecosystem)
      expect(status).toBe(201)
      await pay(body.id)
      expect(await bought(ecosystem)).toBe(100)
    })

    it('resumes an opening that failed at the provider, unless another request came in between', async () => {
      const ecosystem = await customer()
      const down = () =>
        world.stripe.faults({ api: { failNext: [{ path: '/v1/checkout/sessions', times: 3, status: 500 }] } })
      const key = newId('key')
      down()
      expect((await buy(ecosystem, { key })).body.code).toBe('payments-unavailable')
      expect((await buy(ecosystem, { key, quantity: 200 })).body.code).toBe('idempotency-key-reused')
      const resumed = await buy(ecosystem, { key })
      expect(resumed.status).toBe(201)
      const late = newId('key')
      down()
      expect((await buy(ecosystem, { key: late })).body.code).toBe('payments-unavailable')
      expect((await buy(ecosystem)).status).toBe(201)
      expect((await buy(ecosystem, { key: late })).body).toMatchObject({
        status: 409,
        code: 'purchase-expired',
      })
      expect((await pay(resumed.body.id)).status).not.toBe(200)
    })
  })

  describe('two tabs', () => {
    it('can’t both be paid: the later one closes the earlier', async () => {
      const ecosystem = await customer()
      const [first, second] = [await buy(ecosystem), await buy(ecosystem)]
      expect((await pay(first.body.id)).status).not.toBe(200)
      expect(await read(ecosystem, first.body.id)).toMatchObject({ status: 'expired' })
      expect((await pay(second.body.id)).status).toBe(200)
      expect(await bought(ecosystem)).toBe(100)
    })

    it('leave one payment open when they ask at the same moment', async () => {
      const ecosystem = await customer()
      const answers = await Promise.all(Array.from({ length: 5 }, () => buy(ecosystem)))
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
      const paid = await Promise.all(answers.map(({ body }) => pay(body.id)))
      expect(paid.filter(({ status }) => status === 200)).toHaveLength(1)
      await world.settled()
      expect(await bought(ecosystem)).toBe(100)
    })

    it('keep what was paid in the other one, although its message had not arrived', async () => {
      const ecosystem = await customer()
      const first = await buy(ecosystem)
      world.stripe.faults({ webhooks: { drop: true } })
      await pay(first.body.id)
      const second = await buy(ecosystem, { quantity: 500, expectedTotal: usd(22_500) })
      await pay(second.body.id)
      world.stripe.faults({ webhooks: { drop: false } })
      await read(ecosystem, second.body.id)
      await world.settled()
      expect([await read(ecosystem, first.body.id), await read(ecosystem, second.body.id)]).toMatchObject([
        { status: 'delivered' },
        { status: 'delivered' },
      ])
      expect(await bought(ecosystem)).toBe(600)
    })
  })

  it('show why a card was declined, and are paid with another one', async () => {
    const ecosystem = await customer()
    const { id } = (await buy(ecosystem)).body
    const failure = async (card: string, language: string) => {
      expect((await pay(id, { card })).status).toBe(402)
      const purchase = EncounterPurchase.parse(await read(ecosystem, id, { 'Accept-Language': language }))
      expect(purchase.status).toBe('open')
      return purchase.failure
    }
    expect(await failure(cards.declined, 'es-MX')).toEqual({
      code: 'card-declined',
      text: 'Tu banco rechazó el pago. No se cobró nada; prueba con otra tarjeta.',
    })
    expect(await failure(cards.poor, 'en')).toEqual({
      code: 'insufficient-funds',
      text: 'Your card has insufficient funds. Nothing was charged; try another one.',
    })
    expect(await failure('4000000000000069', 'es-MX')).toMatchObject({ code: 'expired-card' })
    expect(await bought(ecosystem)).toBe(0)
    expect((await pay(id, { card: cards.good })).status).toBe(200)
    const paid = await read(ecosystem, id)
    expect(paid).toMatchObject({ status: 'delivered' })
    expect(paid).not.toHaveProperty('failure')
    expect(await bought(ecosystem)).toBe(100)
  })

  it('wait for the holder’s bank: no is a refusal, yes is a payment', async () => {
    const ecosystem = await customer()
    const { id } = (await buy(ecosystem)).body
    expect((await pay(id, { card: threeDSecure, authenticate: false })).status).toBe(402)
    expect(await read(ecosystem, id)).toMatchObject({
      status: 'open',
      failure: { code: 'authentication-failed' },
    })
    expect(await bought(ecosystem)).toBe(0)
    expect((await pay(id, { card: threeDSecure, authenticate: true })).status).toBe(200)
    expect(await read(ecosystem, id)).toMatchObject({ status: 'delivered' })
    expect(await bought(ecosystem)).toBe(100)
  })

  it('end after some hours without a payment', async () => {
    const ecosystem = await customer()
    const { id } = (await buy(ecosystem)).body
    await world.advanceBy('PT4H')
    expect(await read(ecosystem, id)).toMatchObject({ status: 'expired' })
    expect((await pay(id)).status).not.toBe(200)
    expect(await bought(ecosystem)).toBe(0)
  })

  describe('the provider’s messages', () => {
    it('may all be lost: a client that waits causes a read from the provider', async () => {
      const ecosystem = await customer()
      const { id } = (await buy(ecosystem)).body
      world.stripe.faults({ webhooks: { drop: true } })
      await pay(id)
      expect(await bought(ecosystem)).toBe(0)
      expect(['paid', 'delivered']).toContain((await read(ecosystem, id)).status)
      await world.settled()
      world.stripe.faults({ webhooks: { drop: false } })
      expect(await read(ecosystem, id)).toMatchObject({ status: 'delivered' })
      expect(await bought(ecosystem)).toBe(100)
      const { body } = await world.send(`/v1/ecosystems/${ecosystem}/invoices`, {
        headers: await world.signIn(ecosystem),
      })
      expect(body.invoices).toHaveLength(2)
    })

    it('may come twice, in another order, and long after', async () => {
      const ecosystem = await customer()
      const { id } = (await buy(ecosystem)).body
      world.stripe.faults({ webhooks: { duplicate: true, reorder: true } })
      await pay(id, { card: cards.poor })
      await pay(id)
      world.stripe.faults({ webhooks: { duplicate: false, reorder: false } })
      await world.settled()
      expect(await bought(ecosystem)).toBe(100)
      const { data } = await stripeOf(world.stripe).events.list({ limit: 20 })
      for (const event of data) await world.stripe.resend(event.id)
      await world.settled()
      expect(await read(ecosystem, id)).toMatchObject({ status: 'delivered' })
      expect(await bought(ecosystem)).toBe(100)
    })
  })

  describe('another ecosystem', () => {
    it('sees no purchase', async () => {
      const [mine, other] = [await customer(), await customer()]
      const { id } = (await buy(mine)).body
      expect(await read(other, id)).toMatchObject({ status: 404, code: 'not-found' })
      const foreign = await world.signIn(other)
      expect((await world.send(path(mine, `/${id}`), { headers: foreign })).status).toBe(404)
      expect((await world.send(path(mine, `/${id}`))).status).toBe(401)
      for (const wrong of ['pur_1', 'chk_1', 'x'.repeat(200), newId('pur')])
        expect((await read(mine, wrong)).code).toBe('not-found')
    })

    it('may read but not buy without being a buyer', async () => {
      const ecosystem = await customer()
      const { id } = (await buy(ecosystem)).body
      const { body } = await world.send('/sandbox/identity/token', { body: { groups: [ecosystem] } })
      const headers = { Authorization: `Bearer ${body.token}` }
      const order = { quantity: 100, expectedTotal: usd(5_000) }
      expect(
        (await world.send(path(ecosystem), { body: order, headers: { ...headers, 'Idempotency-Key': 'k' } }))
          .status,
      ).toBe(403)
      expect((await world.send(path(ecosystem, `/${id}`), { headers })).status).toBe(200)
      expect(
        (await world.send(path(ecosystem, '/preview'), { body: { quantity: 100 }, headers })).status,
      ).toBe(200)
    })
  })

  it('are not sold for an invalid order', async () => {
    const ecosystem = await customer()
    const orders = [
      {},
      { quantity: 100 },
      { quantity: 100, expectedTotal: 5_000 },
      { quantity: 100, expectedTotal: { amount: 0, currency: 'USD' } },
      { quantity: 100, expectedTotal: { amount: 50.5, currency: 'USD' } },
      { quantity: 100, expectedTotal: { amount: 5_000, currency: 'EUR' } },
      { quantity: 100, expectedTotal: usd(5_000), unit: usd(1) },
    ]
    for (const body of orders)
      expect(
        (
          await world.send(path(ecosystem), {
            body,
            headers: { ...(await world.signIn(ecosystem)), 'Idempotency-Key': newId('key') },
          })
        ).body.code,
      ).toBe('invalid-input')
  })
})
