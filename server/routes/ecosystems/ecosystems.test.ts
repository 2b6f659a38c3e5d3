import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Balance } from '#contract/balance'
import { Billing } from '#contract/billing'
import { newId } from '../../base/id.ts'
import { purchases } from '../../db/tables/index.ts'
import { stripeOf } from '../../sandbox/console.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
let ecosystem: string
let other: string
beforeAll(async () => {
  world = await openWorld()
  const make = async (company: string) =>
    (
      await world.send('/sandbox/ecosystems', {
        body: { catalogue: 'waizant', plan: 'plus', company, encounters: 30 },
      })
    ).body.ecosystem
  ecosystem = await make('Clínica Sol')
  other = await make('Clínica Luna')
})
afterAll(() => world.close())

const billing = (headers: Record<string, string> = {}, of = ecosystem) =>
  world.send(`/v1/ecosystems/${of}/billing`, { headers })

describe('a signed-in ecosystem', () => {
  it('sees its billing in one answer', async () => {
    const { status, body, headers } = await billing(await world.signIn(ecosystem))
    expect(status).toBe(200)
    expect(Billing.parse(body)).toMatchObject({
      ecosystem: 'clinica-sol',
      status: 'active',
      plan: 'plus',
      planVersion: 1,
      licences: { total: 5, inUse: 1 },
      encounters: { bought: 30 },
      balance: { amount: 0, currency: 'USD' },
    })
    const { available, included } = body.encounters
    expect(available).toBe(30 + included.left)
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  it('sees what more it can buy, at the prices of its own plan and interval', async () => {
    const usd = (amount: number) => ({ amount, currency: 'USD', text: expect.any(String) })
    const sold = (quantity: number, unit: number) => ({
      quantity,
      unit: usd(unit),
      total: usd(unit * quantity),
    })
    const make = async (plan: string, more: object) =>
      (await world.send('/sandbox/ecosystems', { body: { plan, company: `Compras ${plan}`, ...more } })).body
        .ecosystem
    const read = async (id: string) => (await billing(await world.signIn(id), id)).body

    const monthly = Billing.parse(await read(ecosystem))
    expect(monthly.licences.packages).toEqual([sold(1, 800), sold(10, 700), sold(25, 600)])
    expect(monthly.encounters.packages).toEqual([sold(50, 55), sold(100, 50), sold(500, 45), sold(1_000, 40)])
    const yearly = await read(await make('lite', { catalogue: 'waizant', interval: 'year' }))
    expect(yearly.licences.packages[0]).toEqual(sold(1, 8_640))
    const erp = await read(await make('pro', { catalogue: 'erp', currency: 'MXN' }))
    expect(erp).toMatchObject({ licences: { packages: [] }, encounters: { packages: [] } })
    const trial = await read(await make('free-trial', { catalogue: 'waizant' }))
    expect(trial).toMatchObject({ licences: { packages: [] }, encounters: { packages: [] } })
  })

  it('sees the day on which it would end, before it cancels', async () => {
    const { body } = await billing(await world.signIn(ecosystem))
    const { ifCanceled, nextPayment, timeZone } = Billing.parse(body)
    expect(ifCanceled?.accessUntil).toBe(nextPayment?.date)
    expect(new Date(ifCanceled!.dataUntil).getTime() - new Date(ifCanceled!.accessUntil).getTime()).toBe(
      90 * 86_400_000,
    )
    expect(timeZone).toBe('America/Mexico_City')
  })

  it('is warned when few seats are left, with the plan to move to', async () => {
    const make = (body: object) => world.send('/sandbox/ecosystems', { body })
    const id = (await make({ catalogue: 'erp', plan: 'basico', currency: 'MXN', company: 'Casi Llena' })).body
      .ecosystem
    const notices = async () => Billing.parse((await billing(await world.signIn(id), id)).body).notices
    const users = (count: number) => world.send(`/sandbox/ecosystems/${id}/users`, { body: { count } })
    await users(8)
    expect(await notices()).toEqual([])
    await users(9)
    expect(await notices()).toMatchObject([
      { code: 'licences-near', facts: { inUse: 9, total: 10, plan: 'pro', planName: 'Pro' } },
    ])
  })

  it('sees how many encounters it bought each month, counting only delivered ones', async () => {
    const row = { ecosystem: other, parameter: 'encounters', unit: 50, currency: 'USD' as const }
    const at = world.deps.clock.now()
    const bought = (quantity: number, status: 'delivered' | 'open') => ({
      ...row,
      id: newId('pur'),
      quantity,
      total: quantity * 50,
      status,
      createdAt: at,
      expiresAt: at,
      paidAt: at,
    })
    const read = async () => Billing.parse((await billing(await world.signIn(other), other)).body).encounters
    expect((await read()).monthly).toBeUndefined()
    await world.deps.db
      .insert(purchases)
      .values([bought(50, 'delivered'), bought(7, 'open'), bought(100, 'delivered')])
    const { monthly } = await read()
    expect(monthly!.map(({ bought }) => bought)).toEqual([0, 0, 0, 0, 0, 150])
  })

  it('sees its balance', async () => {
    const { body } = await world.send(`/v1/ecosystems/${ecosystem}/balance`, {
      headers: await world.signIn(ecosystem),
    })
    expect(Balance.parse(body)).toEqual({
      balance: { amount: 0, currency: 'USD', text: expect.any(String) },
      movements: [],
      timeZone: 'America/Mexico_City',
    })
  })

  it('reads without being a buyer', async () => {
    const { body } = await world.send('/sandbox/identity/token', { body: { groups: [ecosystem] } })
    expect((await billing({ Authorization: `Bearer ${body.token}` })).status).toBe(200)
  })
})

describe('any other caller', () => {
  const token = async (claims: object, { issuer = `${world.url}/sandbox/identity`, key = 'own' } = {}) => {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    expect(await exportJWK(privateKey)).toBeTruthy()
    return new SignJWT({ token_use: 'id', 'cognito:groups': [ecosystem], ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: key })
      .setIssuer(issuer)
      .setAudience('waizant-local')
      .setSubject('x')
      .setExpirationTime('1h')
      .sign(privateKey)
  }

  it('does not learn that another ecosystem exists', async () => {
    const headers = await world.signIn(ecosystem)
    const [foreign, missing] = [await billing(headers, other), await billing(headers, 'nobody')]
    expect([foreign.status, missing.status]).toEqual([404, 404])
    expect(foreign.body).toEqual(missing.body)
  })

  it('is asked to sign in without a token, with a foreign one, an expired one, or none at all', async () => {
    const expired = await world.signIn(ecosystem, { expiresIn: -10 })
    const forged = { Authorization: `Bearer ${await token({})}` }
    const headers = [{}, { Authorization: 'Bearer x.y.z' }, { Authorization: 'Basic abc' }, expired, forged]
    for (const header of headers)
      expect((await billing(header as Record<string, string>)).body.code).toBe('not-signed-in')
  })

  it('is refused with a token for another client or another use', async () => {
    const { issuer } = world.sandbox.identity
    expect(issuer.clientId).toBe('waizant-local')
    const { tokenVerifier } = await import('../../identity/token.ts')
    const { body } = await world.send('/sandbox/identity/token', { body: { ecosystem } })
    const elsewhere = tokenVerifier({ ...issuer, clientId: 'another-app' })
    await expect(elsewhere(body.token)).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(tokenVerifier({ ...issuer, issuer: 'https://other' })(body.token)).rejects.toMatchObject({
      code: 'not-signed-in',
    })
    await expect(tokenVerifier(issuer)(body.token)).resolves.toMatchObject({
      groups: [ecosystem, 'waizant-admin-store'],
    })
  })

  it('gets no CORS headers unless its origin is on the list', async () => {
    const origin = (Origin: string) =>
      billing({ Origin }).then(({ headers }) => headers.get('Access-Control-Allow-Origin'))
    expect(await origin('https://evil.example')).toBeNull()
    expect(await origin('http://localhost:5173')).toBe('http://localhost:5173')
  })
})

it('mirrors credit that the provider holds, movement by movement, each once', async () => {
  const { body } = await world.send('/sandbox/ecosystems', {
    body: { catalogue: 'waizant', plan: 'lite', company: 'Con Saldo' },
  })
  const stripe = stripeOf(world.stripe)
  const { data } = await stripe.customers.list({ limit: 1 })
  for (const amount of [-2_500, 500])
    await stripe.customers.createBalanceTransaction(data[0]!.id, { amount, currency: 'usd' })
  await world.settled()
  const balance = await world.send(`/v1/ecosystems/${body.ecosystem}/balance`, {
    headers: await world.signIn(body.ecosystem),
  })
  expect(Balance.parse(balance.body)).toMatchObject({
    balance: { amount: 2_000, currency: 'USD' },
    movements: [{ amount: { amount: -500 } }, { amount: { amount: 2_500 }, reason: 'Ajuste a tu favor' }],
  })
})
