import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Recommendation } from '#contract/recommendation'
import { newId } from '../../base/id.ts'
import { purchases, usage } from '../../db/tables/index.ts'
import { newCustomer } from '../../testing/customer.ts'
import { quoteIn } from '../../testing/plan-change.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const make = async (body: object): Promise<string> =>
  (await world.send('/sandbox/ecosystems', { body })).body.ecosystem

const erp = (company: string, plan: string, more: object = {}) =>
  make({ catalogue: 'erp', plan, currency: 'MXN', company, ...more })

const users = (ecosystem: string, count: number) =>
  world.send(`/sandbox/ecosystems/${ecosystem}/users`, { body: { count } })

const recommendation = async (ecosystem: string, headers: Record<string, string> = {}) => {
  const { body } = await world.send(`/v1/ecosystems/${ecosystem}/recommendation`, {
    headers: { ...(await world.signIn(ecosystem)), ...headers },
  })
  return Recommendation.parse(body)
}

describe('near the limit of users', () => {
  it('recommends the next plan that fits, from 9 of 10 on', async () => {
    const ecosystem = await erp('Crece', 'basico')
    await users(ecosystem, 8)
    expect(await recommendation(ecosystem)).toMatchObject({ plan: 'basico', isCurrent: true })
    await users(ecosystem, 9)
    expect(await recommendation(ecosystem)).toMatchObject({
      plan: 'pro',
      planName: 'Pro',
      interval: 'month',
      isCurrent: false,
      reason: {
        code: 'limit-near',
        text: 'Usas 9 de 10 usuarios: en Pro caben 50.',
        facts: { users: 9, seats: 10, seatsThere: 50 },
      },
      usage: {
        users: 9,
        monthlyCost: { amount: 99_900, currency: 'MXN' },
        monthlyCostThere: { amount: 249_900 },
      },
    })
    await users(ecosystem, 10)
    expect((await recommendation(ecosystem)).reason.code).toBe('limit-reached')
  })

  it('recommends Enterprise from 45 of 50 on', async () => {
    const ecosystem = await erp('Casi Lleno', 'pro', { interval: 'year' })
    await users(ecosystem, 46)
    expect(await recommendation(ecosystem)).toMatchObject({
      plan: 'enterprise',
      interval: 'year',
      reason: { code: 'limit-near', text: 'Usas 46 de 50 usuarios: Enterprise no tiene límite.' },
      usage: { monthlyCost: { amount: Math.round(2_549_000 / 12) }, monthlyCostThere: null },
    })
    const { reason } = await recommendation(ecosystem, { 'Accept-Language': 'en' })
    expect(reason.text).toBe('You use 46 of 50 users: Enterprise has no limit.')
  })

  it('mentions licences when they can be bought', async () => {
    const ecosystem = await make({ catalogue: 'waizant', plan: 'lite', company: 'Cinco', licences: 1 })
    await users(ecosystem, 6)
    expect(await recommendation(ecosystem)).toMatchObject({
      plan: 'lite',
      isCurrent: true,
      reason: { code: 'limit-reached', text: 'Usas 6 de 6 licencias: agrega las que necesites.' },
    })
  })
})

describe('by actual use', () => {
  it('a smaller plan is recommended for few users, with what to check', async () => {
    const { plan, reason } = await recommendation(await erp('Le Sobra', 'pro'))
    expect([plan, reason.code]).toEqual(['basico', 'cheaper'])
    expect(reason.text).toBe(
      'Con Básico pagarías $1,500.00 menos al mes. Tu usuario cabe con holgura; antes de cambiar revisa qué funciones no incluye.',
    )
  })

  it('the saving is what the review of the change then shows, licences that the customer keeps included', async () => {
    for (const [interval, saving] of [
      ['month', 4_300],
      ['year', 41_280],
    ] as const) {
      const clinic = await newCustomer(world, { catalogue: 'waizant', plan: 'plus', interval, licences: 7 })
      const { plan, reason } = await recommendation(clinic.id)
      expect([plan, reason.facts.saving, reason.facts.savingInterval]).toEqual(['lite', saving, interval])
      const { nextPayment } = await clinic.billing()
      const quote = quoteIn(await clinic.preview('lite', interval))
      const then = quote.nextInvoice!.amount.amount + quote.balanceAfter.amount
      expect(nextPayment.amount.amount - then).toBe(saving)
    }
  })

  it('a larger one is cheaper for many encounters and services; older ones do not count', async () => {
    const ecosystem = await make({ catalogue: 'waizant', plan: 'lite', company: 'Muchos' })
    const buy = (quantity: number, daysAgo: number) => {
      const at = new Date(world.deps.clock.now().getTime() - daysAgo * 24 * 60 * 60 * 1000)
      return world.deps.db.insert(purchases).values({
        id: newId('pur'),
        ecosystem,
        parameter: 'encounters',
        quantity,
        unit: 50,
        total: 50 * quantity,
        currency: 'USD',
        status: 'delivered',
        createdAt: at,
        paidAt: at,
        expiresAt: at,
      })
    }
    await buy(5_000, 31)
    expect(await recommendation(ecosystem)).toMatchObject({ isCurrent: true, usage: { encounters: 0 } })
    await buy(1_000, 29)
    await buy(500, 2)
    await world.deps.db.insert(usage).values({
      ecosystem,
      usageId: 'uso-1',
      service: 'audit-case',
      units: 4,
      unit: 600,
      currency: 'USD',
      at: world.deps.clock.now(),
      status: 'recorded',
    })
    const lite = 4_900 + 1_500 * 45 + 4 * 600
    // Each month includes 500.
    const premium = 19_900 + 1_000 * 35 + 4 * 400
    expect(await recommendation(ecosystem)).toMatchObject({
      plan: 'premium',
      reason: {
        code: 'cheaper',
        text: expect.stringMatching(/^Con Premium pagarías USD\s183\.00 menos al mes con tu uso\.$/),
        facts: { saving: lite - premium, currency: 'USD' },
      },
      usage: {
        encounters: 1_500,
        services: [{ id: 'audit-case', units: 4 }],
        monthlyCost: { amount: lite },
        monthlyCostThere: { amount: premium },
      },
    })
  })

  it('recommends the plan that is sufficient to a customer in trial', async () => {
    const trial = await erp('En Prueba', 'trial')
    expect(await recommendation(trial)).toMatchObject({
      plan: 'basico',
      isCurrent: false,
      reason: { code: 'fits', text: 'Con tu uso te basta Básico: $999.00 al mes.' },
      usage: { monthlyCost: null },
    })
  })
})

it('is available to every member, and to no other caller', async () => {
  const ecosystem = await erp('Lectores', 'basico')
  const { body } = await world.send('/sandbox/identity/token', { body: { groups: [ecosystem] } })
  const path = `/v1/ecosystems/${ecosystem}/recommendation`
  const headers = { Authorization: `Bearer ${body.token}` }
  expect((await world.send(path, { headers })).status).toBe(200)
  expect((await world.send(path, { headers: await world.signIn('crece') })).status).toBe(404)
  expect((await world.send(path)).status).toBe(401)
})
