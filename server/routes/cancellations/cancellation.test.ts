import { eq } from 'drizzle-orm'
import type Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Billing } from '#contract/billing'
import { Cancellation } from '#contract/cancellation'
import { InvoiceList } from '#contract/invoice'
import { newId } from '../../base/id.ts'
import { cancellations, customers, ecosystems, usage } from '../../db/tables/index.ts'
import { stripeOf } from '../../sandbox/console.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
let stripe: Stripe
beforeAll(async () => {
  world = await openWorld()
  stripe = stripeOf(world.stripe)
})
afterAll(() => world.close())

const dayMs = 24 * 60 * 60 * 1000

const make = async (company: string, more: object = {}): Promise<string> =>
  (
    await world.send('/sandbox/ecosystems', {
      body: { catalogue: 'erp', plan: 'basico', currency: 'MXN', company, ...more },
    })
  ).body.ecosystem

const medical = { catalogue: 'waizant', plan: 'plus', currency: 'USD' }

interface CancellationOptions {
  key?: string
  body?: object
  headers?: Record<string, string>
}

const tooExpensive = { reason: 'too-expensive', comment: 'Volvemos en enero.' }

const cancel = async (
  ecosystem: string,
  { key = newId('key'), body = tooExpensive, headers }: CancellationOptions = {},
) =>
  world.send(`/v1/ecosystems/${ecosystem}/cancellation`, {
    body,
    headers: { ...(headers ?? (await world.signIn(ecosystem))), 'Idempotency-Key': key },
  })

const undo = async (ecosystem: string, headers?: Record<string, string>) =>
  world.send(`/v1/ecosystems/${ecosystem}/cancellation`, {
    method: 'DELETE',
    headers: headers ?? (await world.signIn(ecosystem)),
  })

const read = async (ecosystem: string, resource: string) =>
  (
    await world.send(`/v1/ecosystems/${ecosystem}/${resource}`, {
      headers: await world.signIn(ecosystem),
    })
  ).body

const billing = async (ecosystem: string) => Billing.parse(await read(ecosystem, 'billing'))

const rows = (ecosystem: string) =>
  world.deps.db.select().from(cancellations).where(eq(cancellations.ecosystem, ecosystem))

const customerOf = async (ecosystem: string) => {
  const [row] = await world.deps.db.select().from(customers).where(eq(customers.ecosystem, ecosystem))
  return row!.providerId
}

const subscriptionOf = async (ecosystem: string) => {
  const { data } = await stripe.subscriptions.list({ customer: await customerOf(ecosystem), status: 'all' })
  return data[0]!
}

const now = () => world.deps.clock.now()

/** Lets a cancelled subscription reach its end. */
const end = async (ecosystem: string) => {
  const { accessUntil } = Cancellation.parse((await cancel(ecosystem)).body)
  await world.advanceTo(new Date(accessUntil))
  expect((await billing(ecosystem)).status).toBe('canceled')
  return new Date(accessUntil)
}

describe('cancelling', () => {
  it('keeps the access to the end of what is paid, and says until when the data is kept', async () => {
    const ecosystem = await make('Se Va')
    const { periodEnd } = { periodEnd: (await billing(ecosystem)).nextPayment!.date }
    const { status, body } = await cancel(ecosystem)
    expect(status).toBe(200)
    const answer = Cancellation.parse(body)
    expect(answer).toMatchObject({
      accessUntil: periodEnd,
      dataUntil: new Date(new Date(periodEnd).getTime() + 90 * dayMs).toISOString(),
      billing: { status: 'canceling', accessUntil: periodEnd, nextPayment: null },
    })
    const day = new Intl.DateTimeFormat('es-MX', {
      day: 'numeric',
      month: 'long',
      timeZone: 'America/Mexico_City',
    }).format(new Date(periodEnd))
    expect(answer.billing.notices).toMatchObject([
      { code: 'canceling', at: periodEnd, text: expect.stringContaining(`termina el ${day}`) },
    ])
    expect((await subscriptionOf(ecosystem)).cancellation_details).toMatchObject({
      feedback: 'too_expensive',
      comment: 'Volvemos en enero.',
    })
    expect(await rows(ecosystem)).toMatchObject([
      { reason: 'too-expensive', comment: 'Volvemos en enero.', undoneAt: null },
    ])
  })

  it('passes on a reason in the host’s own words', async () => {
    const ecosystem = await make('Palabras Propias')
    await cancel(ecosystem, { body: { reason: 'Cerramos la sucursal', comment: 'Gracias' } })
    expect((await subscriptionOf(ecosystem)).cancellation_details).toMatchObject({
      feedback: 'other',
      comment: 'Cerramos la sucursal: Gracias',
    })
  })

  it('happens once, even when it is sent again, in any number of tabs', async () => {
    const ecosystem = await make('Dos Veces')
    const key = newId('key')
    const [first, again, other] = await Promise.all([
      cancel(ecosystem, { key }),
      cancel(ecosystem, { key }),
      cancel(ecosystem, { body: { reason: 'unused' } }),
    ])
    expect([first.status, again.status, other.status]).toEqual([200, 200, 200])
    expect(again.body).toEqual(first.body)
    expect(other.body.accessUntil).toBe(first.body.accessUntil)
    expect(await rows(ecosystem)).toHaveLength(1)
    const reused = await cancel(ecosystem, { key, body: { reason: 'unused' } })
    expect(reused.body.code).toBe('idempotency-key-reused')
  })

  it('survives a lost answer of the provider, and messages that come twice and out of order', async () => {
    const ecosystem = await make('Mala Línea')
    const { id } = await subscriptionOf(ecosystem)
    world.stripe.faults({
      webhooks: { duplicate: true, reorder: true },
      api: { failNext: [{ path: `/v1/subscriptions/${id}`, status: 'timeout-after-success', times: 2 }] },
    })
    expect((await cancel(ecosystem)).status).toBe(200)
    await world.settled()
    world.stripe.faults({ webhooks: { duplicate: false, reorder: false } })
    expect((await billing(ecosystem)).status).toBe('canceling')
    expect(await rows(ecosystem)).toHaveLength(1)
  })

  it('drops a scheduled change', async () => {
    const ecosystem = await make('Con Cambio')
    const { id } = await subscriptionOf(ecosystem)
    await stripe.subscriptionSchedules.create({ from_subscription: id })
    expect((await cancel(ecosystem)).status).toBe(200)
    expect(await subscriptionOf(ecosystem)).toMatchObject({ schedule: null, status: 'active' })
    expect((await billing(ecosystem)).status).toBe('canceling')
  })

  it('is for buyers of an ecosystem that has a subscription, with a key and a reason', async () => {
    const ecosystem = await make('Cuidada')
    const { body } = await world.send('/sandbox/identity/token', { body: { groups: [ecosystem] } })
    const reader = { Authorization: `Bearer ${body.token}` }
    expect((await cancel(ecosystem, { headers: reader })).body.code).toBe('not-allowed')
    expect((await undo(ecosystem, reader)).body.code).toBe('not-allowed')
    const stranger = await world.signIn('se-va')
    expect((await cancel(ecosystem, { headers: stranger })).status).toBe(404)
    expect((await undo(ecosystem, stranger)).status).toBe(404)
    expect((await cancel(ecosystem, { key: '' })).body.code).toBe('idempotency-key-required')
    expect((await cancel(ecosystem, { body: { reason: ' ' } })).body.errors).toMatchObject([
      { path: 'reason' },
    ])
    const trial = await make('Solo Prueba', { plan: 'trial' })
    expect((await cancel(trial)).body.code).toBe('no-subscription')
    expect((await undo(trial)).body.code).toBe('not-canceling')
    expect((await billing(ecosystem)).status).toBe('active')
  })
})

describe('services used to date', () => {
  const use = (ecosystem: string, units = 3) =>
    world.deps.db.insert(usage).values({
      ecosystem,
      usageId: newId('use'),
      service: 'audit-case',
      units,
      unit: 500,
      currency: 'USD',
      at: now(),
      status: 'recorded',
    })

  const used = async (ecosystem: string) =>
    (await world.deps.db.select().from(usage).where(eq(usage.ecosystem, ecosystem))).map(
      ({ status }) => status,
    )

  const charged = async (ecosystem: string) => {
    const { data } = await stripe.charges.list({ customer: await customerOf(ecosystem) })
    return data.filter(({ amount, status }) => amount === 1_500 && status === 'succeeded').length
  }

  it('are charged at once, before anything changes', async () => {
    const ecosystem = await make('Usó Servicios', medical)
    await use(ecosystem)
    expect((await cancel(ecosystem)).status).toBe(200)
    expect([await used(ecosystem), await charged(ecosystem)]).toEqual([['settled'], 1])
  })

  it('keep the subscription as it is when the bank declines; the same request works with another card', async () => {
    const ecosystem = await make('Sin Fondos', { ...medical, card: '4000000000000341' })
    await use(ecosystem)
    const key = newId('key')
    const refused = await cancel(ecosystem, { key })
    expect(refused.body).toMatchObject({ status: 402, code: 'outstanding-charges-declined' })
    expect([(await billing(ecosystem)).status, await rows(ecosystem)]).toEqual(['active', []])
    world.stripe.saveCard(await customerOf(ecosystem), '4242424242424242')
    await world.settled()
    expect((await cancel(ecosystem, { key })).status).toBe(200)
    expect([await used(ecosystem), await charged(ecosystem)]).toEqual([['settled'], 1])
  })

  it('are charged once when the answer to the charge is lost', async () => {
    const ecosystem = await make('Cobro Perdido', medical)
    await use(ecosystem)
    const key = newId('key')
    const path = '/v1/payment_intents'
    world.stripe.faults({ api: { failNext: [{ path, status: 'timeout-after-success', times: 3 }] } })
    expect((await cancel(ecosystem, { key })).status).toBe(503)
    await use(ecosystem, 1)
    expect((await cancel(ecosystem, { key })).status).toBe(200)
    expect(await charged(ecosystem)).toBe(1)
    expect((await used(ecosystem)).sort()).toEqual(['recorded', 'settled'])
  })

  it('that are used until the last day are charged at the end', async () => {
    const ecosystem = await make('Hasta el Final', medical)
    const { accessUntil } = (await cancel(ecosystem)).body
    await use(ecosystem)
    await world.advanceTo(new Date(accessUntil))
    expect([await used(ecosystem), await charged(ecosystem)]).toEqual([['settled'], 1])
  })
})

describe('undoing a cancellation', () => {
  it('continues the subscription as it was', async () => {
    const ecosystem = await make('Se Queda')
    const before = await billing(ecosystem)
    await cancel(ecosystem)
    const { status, body } = await undo(ecosystem)
    expect(status).toBe(200)
    expect(Billing.parse(body)).toMatchObject({
      status: 'active',
      accessUntil: null,
      nextPayment: before.nextPayment,
      notices: [],
    })
    expect((await subscriptionOf(ecosystem)).cancel_at).toBeNull()
    expect(await rows(ecosystem)).toMatchObject([{ undoneAt: expect.any(Date) }])
    expect((await undo(ecosystem)).body.code).toBe('not-canceling')
    expect((await cancel(ecosystem)).body.billing.status).toBe('canceling')
    expect(await rows(ecosystem)).toHaveLength(2)
  })

  it('undoes a cancellation that was made at the provider, in either of the two ways', async () => {
    const ecosystem = await make('Desde el Panel')
    const { id } = await subscriptionOf(ecosystem)
    for (const way of [{ cancel_at_period_end: true }, { cancel_at: 'min_period_end' as const }]) {
      await stripe.subscriptions.update(id, way)
      await world.settled()
      expect((await billing(ecosystem)).status).toBe('canceling')
      expect((await undo(ecosystem)).body.status).toBe('active')
    }
  })

  it('works in the last minute, and the renewal comes', async () => {
    const ecosystem = await make('Último Segundo')
    const { accessUntil } = (await cancel(ecosystem)).body
    await world.advanceTo(new Date(new Date(accessUntil).getTime() - 60_000))
    expect((await undo(ecosystem)).body.status).toBe('active')
    await world.advanceBy('PT2H')
    const { invoices } = InvoiceList.parse(await read(ecosystem, 'invoices'))
    expect(invoices).toMatchObject([{ status: 'paid' }, { status: 'paid' }])
  })

  it('in two tabs at once works in one, and does no harm in the other', async () => {
    const ecosystem = await make('Dos Regresos')
    await cancel(ecosystem)
    const answers = await Promise.all([undo(ecosystem), undo(ecosystem)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await billing(ecosystem)).status).toBe('active')
  })
})

describe('after the end', () => {
  it('cancels the ecosystem, says until when its data is retained, and deletes it afterwards', async () => {
    const ecosystem = await make('Terminó')
    const at = await end(ecosystem)
    expect(await billing(ecosystem)).toMatchObject({
      accessUntil: at.toISOString(),
      nextPayment: null,
      notices: [{ code: 'canceled', text: expect.stringContaining('Guardamos tus datos hasta el') }],
    })
    expect((await undo(ecosystem)).body.code).toBe('subscription-ended')
    expect((await cancel(ecosystem)).body.code).toBe('no-subscription')
    await world.advanceBy('P91D')
    const headers = await world.signIn(ecosystem)
    expect((await world.send(`/v1/ecosystems/${ecosystem}/billing`, { headers })).status).toBe(410)
  })

  it('a subscription that the provider ended at once ended then, not at the end of the period', async () => {
    const ecosystem = await make('De Inmediato')
    await stripe.subscriptions.cancel((await subscriptionOf(ecosystem)).id)
    await world.settled()
    const { accessUntil, status } = await billing(ecosystem)
    expect(status).toBe('canceled')
    expect(new Date(accessUntil!).getTime()).toBeLessThanOrEqual(now().getTime())
  })

  it('paying again restores ids, encounters, invoices and balance, and grants nothing twice', async () => {
    const ecosystem = await make('Vuelve', { ...medical, encounters: 30, licences: 2 })
    await stripe.customers.createBalanceTransaction(await customerOf(ecosystem), {
      amount: -100,
      currency: 'usd',
    })
    await world.settled()
    const before = await billing(ecosystem)
    const [row] = await world.deps.db.select().from(ecosystems).where(eq(ecosystems.id, ecosystem))
    const earlier = InvoiceList.parse(await read(ecosystem, 'invoices')).invoices
    await end(ecosystem)
    const order = await world.checkout({
      catalogue: 'waizant',
      plan: 'plus',
      interval: 'month',
      currency: 'USD',
      ecosystem,
    })
    expect(order.status).toBe(201)
    expect((await world.pay(order.body.id, '4242424242424242')).status).toBe(200)
    const after = await billing(ecosystem)
    expect(after).toMatchObject({
      status: 'active',
      accessUntil: null,
      encounters: { bought: 30 },
      licences: { total: 5, bought: 0, included: 5 },
    })
    expect(before.encounters).toMatchObject({ bought: 30 })
    expect(after.encounters.included!.left).toBeLessThanOrEqual(200)
    const [same] = await world.deps.db.select().from(ecosystems).where(eq(ecosystems.id, ecosystem))
    expect([same!.number, same!.group]).toEqual([row!.number, row!.group])
    const all = InvoiceList.parse(await read(ecosystem, 'invoices')).invoices
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(earlier.map(({ id }) => id)))
    const { movements, balance } = await read(ecosystem, 'balance')
    const usedUp = all.reduce((sum, invoice) => sum + invoice.balanceUsed.amount, 0)
    expect([movements.length, usedUp + balance.amount]).toEqual([2, 100])
    expect((await undo(ecosystem)).body.code).toBe('not-canceling')
    expect((await cancel(ecosystem)).status).toBe(200)
    expect(await rows(ecosystem)).toHaveLength(2)
  })
})
