import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Entitlements } from '#contract/entitlements'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const make = async (wanted: object): Promise<string> =>
  (await world.send('/sandbox/ecosystems', { body: wanted })).body.ecosystem
const ask = async (id: string, headers: Record<string, string> = {}) =>
  world.send(`/v1/ecosystems/${id}/entitlements`, { headers: { ...(await world.signIn(id)), ...headers } })
const of = async (id: string): Promise<Entitlements> => Entitlements.parse((await ask(id)).body)
describe('what an ecosystem may use', () => {
  it('is its plan with the features’ degrees, its limits, and what it bought in addition', async () => {
    const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus', licences: 3, encounters: 40 })
    const { plan, planVersion, licences, encounters, nextPayment } = await ana.billing()
    const answer = await of(ana.id)
    expect(answer).toMatchObject({
      ecosystem: ana.id,
      status: 'active',
      access: 'full',
      plan,
      planVersion,
      licences: { total: licences.total },
      encounters: { available: encounters.available },
      validUntil: nextPayment.date,
    })
    expect(licences.total).toBe(8)
    expect(Object.values(answer.features)).toContain(true)
  })

  it('has the degrees of its features in the caller’s language', async () => {
    const pro = await newCustomer(world, { catalogue: 'erp', plan: 'pro' })
    const es = await of(pro.id)
    const en = Entitlements.parse((await ask(pro.id, { 'Accept-Language': 'en' })).body)
    const texts = ({ features }: Entitlements) =>
      Object.values(features).filter((value) => typeof value === 'string')
    expect(texts(es).length).toBeGreaterThan(0)
    expect(texts(en)).toHaveLength(texts(es).length)
    expect(texts(en)).not.toEqual(texts(es))
    expect(es.limits).toMatchObject({ users: 50, branches: 99 })
  })

  it('is limited to the trial’s users in a trial, and then can only be seen', async () => {
    const id = await make({ catalogue: 'erp', plan: 'trial', company: 'Prueba de Cinco' })
    const trial = await of(id)
    expect(trial).toMatchObject({
      status: 'trialing',
      access: 'full',
      licences: { total: 5 },
      limits: { users: 5 },
    })
    await world.advanceBy('P30D')
    expect(await of(id)).toMatchObject({ status: 'suspended', access: 'read-only' })
    expect((await of(id)).revision).toBeGreaterThan(trial.revision)
  })

  it('has a validator, and is cached for its caller only', async () => {
    const id = await make({ catalogue: 'erp', plan: 'basico', currency: 'MXN', company: 'Misma Respuesta' })
    const first = await ask(id)
    expect(first.headers.get('ETag')).toMatch(/^"[\w-]{20,}"$/)
    expect(first.headers.get('Cache-Control')).toBe('private, max-age=15')
    expect(first.headers.get('Vary')).toContain('Authorization')
    const known = { 'If-None-Match': first.headers.get('ETag')! }
    const again = await ask(id, known)
    expect([again.status, again.text]).toEqual([304, ''])
    await world.send(`/sandbox/ecosystems/${id}/users`, { body: { count: 3 } })
    expect((await ask(id, known)).status).toBe(304)
    const headers = await world.signIn(id)
    const body = { reason: 'unused' }
    await world.send(`/v1/ecosystems/${id}/cancellation`, {
      body,
      headers: { ...headers, 'Idempotency-Key': 'once' },
    })
    expect((await ask(id, known)).body).toMatchObject({ status: 'canceling', access: 'full' })
  })

  it('is available to every member, and to no other caller', async () => {
    const id = await make({ catalogue: 'erp', plan: 'basico', currency: 'MXN', company: 'Solo Nuestra' })
    const token = async (groups: string[]) =>
      `Bearer ${(await world.send('/sandbox/identity/token', { body: { groups } })).body.token}`
    expect((await ask(id, { Authorization: await token([id]) })).status).toBe(200)
    expect((await ask(id, { Authorization: await token(['otra']) })).status).toBe(404)
    expect((await ask(id, { Authorization: '' })).status).toBe(401)
  })
})
