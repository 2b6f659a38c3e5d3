import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../base/id.ts'
import { checkoutById } from '../../db/checkouts/checkouts.ts'
import { cards, openWorld, type World } from '../../testing/world.ts'

const buyer = () => crypto.randomUUID()

describe('from checkout to customer', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const read = async (id: string) => (await world.send(`/v1/checkouts/${id}`)).body
  const count = async (query: ReturnType<typeof sql>) => {
    const { rows } = (await world.deps.db.execute(query)) as unknown as { rows: { n: number }[] }
    return Number(rows[0]!.n)
  }
  const subscriptions = (company: string) =>
    count(
      sql`select count(*) as n from subscriptions join ecosystems on ecosystems.id = ecosystem where live and company = ${company}`,
    )

  it('opens a payment page and reports that it is open', async () => {
    const opened = await world.checkout()
    expect(opened.status).toBe(201)
    expect(opened.body).toEqual({
      id: expect.stringMatching(/^chk_/),
      url: expect.stringMatching(/^http/),
      expiresAt: expect.any(String),
    })
    expect(await read(opened.body.id)).toMatchObject({ status: 'open', plan: 'pro', planName: 'Pro' })
  })

  it('creates a customer from a payment: subscription, registry, database, group', async () => {
    const company = `Ferretería ${newId('x')}`
    const { body } = await world.checkout({ company })
    expect((await world.pay(body.id, cards.good)).status).toBe(200)
    const checkout = await read(body.id)
    expect(checkout).toMatchObject({ status: 'complete', ecosystem: expect.stringMatching(/^ferreteria-x-/) })
    const tickets = await world.send(`/sandbox/ecosystems/${checkout.ecosystem}/tickets`)
    expect(tickets.body).toMatchObject({
      plan: 'pro',
      version: 1,
      licences: 50,
      encounters: 0,
      included: null,
    })
    const billing = await world.send(`/v1/ecosystems/${checkout.ecosystem}/billing`, {
      headers: await world.signIn(checkout.ecosystem),
    })
    expect(billing.body).toMatchObject({
      status: 'active',
      plan: 'pro',
      interval: 'year',
      currency: 'MXN',
      lastPayment: { amount: { amount: 2_549_000, currency: 'MXN' } },
      paymentMethod: { brand: 'visa', last4: '4242' },
    })
    expect(await count(sql`select count(*) as n from core.ecosystems where id = ${checkout.ecosystem}`)).toBe(
      1,
    )
    expect(
      await count(sql`select count(*) as n from core.users where ecosystem = ${checkout.ecosystem}`),
    ).toBe(1)
  })

  it('sells seats beyond the included ones at the price of the package they reach', async () => {
    const request = {
      catalogue: 'waizant',
      plan: 'plus',
      interval: 'month',
      currency: 'USD',
      licences: 12,
      company: newId('co'),
    }
    const { body } = await world.checkout(request)
    await world.pay(body.id, cards.good)
    const { ecosystem } = await read(body.id)
    const tickets = await world.send(`/sandbox/ecosystems/${ecosystem}/tickets`)
    expect(tickets.body).toMatchObject({ plan: 'plus', version: 1, licences: 17 })
    expect(tickets.body.encounters).toBeGreaterThan(0)
  })

  it('leaves a declined checkout open, to be paid with another card', async () => {
    const { body } = await world.checkout({ company: newId('co') })
    for (const card of [cards.declined, cards.poor]) expect((await world.pay(body.id, card)).status).toBe(402)
    expect(await read(body.id)).toMatchObject({ status: 'open' })
    expect((await world.pay(body.id, cards.good)).status).toBe(200)
    expect(await read(body.id)).toMatchObject({ status: 'complete' })
  })

  it('can’t be paid twice', async () => {
    const company = newId('co')
    const { body } = await world.checkout({ company })
    await world.pay(body.id, cards.good)
    await world.pay(body.id, cards.good)
    expect(await subscriptions(company)).toBe(1)
  })

  it('gives a double click the same page', async () => {
    const key = newId('key')
    const [one, other] = await Promise.all([world.checkout({}, key), world.checkout({}, key)])
    expect(one.status).toBe(201)
    expect(other.body).toEqual(one.body)
    expect((await world.checkout({}, key)).body).toEqual(one.body)
  })

  it('refuses a key that is sent again with another request', async () => {
    const key = newId('key')
    await world.checkout({}, key)
    const other = await world.checkout({ plan: 'basico' }, key)
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
  })

  it('closes the buyer’s previous page, so that two tabs can’t both be paid', async () => {
    const request = { buyer: buyer(), company: newId('co') }
    const first = await world.checkout(request)
    const second = await world.checkout({ ...request, plan: 'basico' })
    expect(second.status).toBe(201)
    expect((await world.pay(first.body.id, cards.good)).status).not.toBe(200)
    expect(await read(first.body.id)).toMatchObject({ status: 'expired' })
    expect((await world.pay(second.body.id, cards.good)).status).toBe(200)
  })

  it('keeps one open checkout for a buyer who sends many requests at once', async () => {
    for (let round = 0; round < 5; round++) {
      const request = { buyer: buyer(), company: newId('co') }
      const answers = await Promise.all(Array.from({ length: 5 }, () => world.checkout(request)))
      expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
      const opened = answers.flatMap(({ body }) => body.id ?? [])
      const paid = await Promise.all(opened.map((id) => world.pay(id, cards.good)))
      expect(paid.filter(({ status }) => status === 200)).toHaveLength(1)
      await world.settled()
      expect(await subscriptions(request.company)).toBe(1)
    }
  })

  it('shows a buyer who paid in the other tab that it is paid', async () => {
    const request = { buyer: buyer(), company: newId('co') }
    const first = await world.checkout(request)
    world.stripe.faults({ webhooks: { drop: true } })
    await world.pay(first.body.id, cards.good)
    world.stripe.faults({ webhooks: { drop: false } })
    const second = await world.checkout({ ...request, plan: 'basico' })
    expect([second.status, second.body.code]).toEqual([409, 'checkout-complete'])
  })

  it('becomes active even when every message of the provider is lost', async () => {
    world.stripe.faults({ webhooks: { drop: true } })
    const { body } = await world.checkout({ company: newId('co') })
    await world.pay(body.id, cards.good)
    expect((await read(body.id)).status).toBe('pending')
    await world.settled()
    expect((await read(body.id)).status).toBe('complete')
    world.stripe.faults({ webhooks: { drop: false } })
  })

  it('creates one customer from messages that arrive twice and in the wrong order', async () => {
    world.stripe.faults({ webhooks: { duplicate: true, reorder: true } })
    const company = newId('co')
    const { body } = await world.checkout({ company })
    await world.pay(body.id, cards.good)
    world.stripe.faults({ webhooks: { duplicate: false, reorder: false } })
    await world.settled()
    expect((await read(body.id)).status).toBe('complete')
    expect(await count(sql`select count(*) as n from ecosystems where company = ${company}`)).toBe(1)
  })

  it.each([
    ['one that cannot be seen becomes the one of their email', '\u202e \u200b', 'eva.unseen'],
    [
      'one that turns letters around becomes one line',
      '  Cl\u202eínica\u2028 Unseen\u202c ',
      'Clínica Unseen',
    ],
  ])('keeps the name that a buyer types on the provider’s page readable: %s', async (_, typed, kept) => {
    const { body } = await world.checkout({ company: undefined, email: 'eva.unseen@x.mx' })
    const session = (await checkoutById(world.deps.db, body.id))!.providerId!
    await world.stripe.pay(session, { card: cards.good, fields: { company: typed } })
    await world.settled()
    expect((await read(body.id)).status).toBe('complete')
    expect(await count(sql`select count(*) as n from ecosystems where company = ${kept}`)).toBe(1)
  })

  it('opens one page when the provider’s answer is lost', async () => {
    world.stripe.faults({
      api: { failNext: [{ path: '/v1/checkout/sessions', times: 1, status: 'timeout-after-success' }] },
    })
    const request = { buyer: buyer(), company: newId('co') }
    const first = await world.checkout(request)
    expect(first.status).toBe(201)
    expect((await world.pay(first.body.id, cards.good)).status).toBe(200)
    expect(await subscriptions(request.company)).toBe(1)
  })

  it('identifies the same person of the same company: trial first, then one subscription', async () => {
    const person = { email: `${newId('m')}@x.mx`, company: newId('Co') }
    const trial = await world.send('/v1/trials', { body: { catalogue: 'erp', ...person } })
    await world.settled()
    const { body } = await world.checkout({ ...person, email: person.email.toUpperCase() })
    await world.pay(body.id, cards.good)
    expect(await read(body.id)).toMatchObject({ status: 'complete', ecosystem: trial.body.ecosystem })
    expect((await world.checkout({ ecosystem: trial.body.ecosystem })).body.code).toBe('already-subscribed')
    expect(
      (await world.checkout({ ...person, catalogue: 'waizant', plan: 'lite', currency: 'USD' })).status,
    ).toBe(201)
  })

  it('opens one checkout for an ecosystem in trial, and keeps the ecosystem when it is paid', async () => {
    const trial = await world.send('/v1/trials', {
      body: { catalogue: 'erp', email: `${newId('m')}@x.mx`, company: newId('co') },
    })
    const { ecosystem } = trial.body
    await world.settled()
    const opened = await world.checkout({ ecosystem, plan: 'basico', interval: 'month' })
    await world.pay(opened.body.id, cards.good)
    expect(await read(opened.body.id)).toMatchObject({ status: 'complete', ecosystem })
    const again = await world.checkout({ ecosystem })
    expect([again.status, again.body.code]).toEqual([409, 'already-subscribed'])
  })
})
