import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../base/id.ts'
import { leads } from '../../db/tables/index.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const email = () => `${newId('m')}@empresa.mx`
const trial = (request: object = {}) =>
  world.send('/v1/trials', {
    body: { catalogue: 'erp', email: email(), company: 'Abarrotes Luz', ...request },
  })
const lead = (request: object = {}) =>
  world.send('/v1/leads', {
    body: {
      catalogue: 'erp',
      plan: 'enterprise',
      name: 'Luz',
      company: 'Abarrotes',
      email: 'luz@empresa.mx',
      ...request,
    },
  })

describe('POST /v1/trials', () => {
  it('starts thirty days for five users without a card, and nothing at the payment provider', async () => {
    const { status, body } = await trial()
    expect(status).toBe(201)
    expect(body.trial.maxUsers).toBe(5)
    const days = (Date.parse(body.trial.endsAt) - world.deps.clock.now().getTime()) / 86_400_000
    expect(days).toBeCloseTo(30, 2)
    await world.settled()
    const billing = await world.send(`/v1/ecosystems/${body.ecosystem}/billing`, {
      headers: await world.signIn(body.ecosystem),
    })
    expect(billing.body).toMatchObject({
      status: 'trialing',
      plan: 'pro',
      licences: { total: 5 },
      interval: null,
      nextPayment: null,
    })
    expect(billing.body.notices[0].text).toBe('Te quedan 30 días de prueba.')
  })

  it('gives companies of the same name ecosystems of their own', async () => {
    const [one, other] = [await trial({ company: 'Gemelos' }), await trial({ company: 'Gemelos' })]
    expect(one.body.ecosystem).toBe('gemelos')
    expect(other.body.ecosystem).toBe('gemelos-2')
  })

  it('gives one trial to an email, even when the form is sent twice at once', async () => {
    const request = { email: email() }
    const answers = await Promise.all([trial(request), trial({ email: request.email.toUpperCase() })])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('trial-already-used')
  })

  it.each([
    ['josé.peña@ejemplo.mx', 'josé.peña@ejemplo.mx'],
    ['ana@peñafiel.mx ', 'ana@xn--peafiel-5za.mx'],
  ])('takes the address %j, and writes to it', async (typed, travels) => {
    const { status, body } = await trial({ email: typed, company: 'Peñafiel' })
    expect([status, body.errors]).toEqual([201, undefined])
    await world.settled()
    const { messages } = (await world.send('/sandbox/mail')).body as { messages: { to: string }[] }
    expect(messages.map(({ to }) => to)).toContain(travels)
  })

  it('gives the same answer to the form that started it: sent twice at once, and when it is reloaded', async () => {
    const request = { body: { catalogue: 'erp', email: email(), company: 'Doble Clic' } }
    const headers = { 'Idempotency-Key': newId('key') }
    const send = () => world.send('/v1/trials', { ...request, headers })
    const [one, other] = await Promise.all([send(), send()])
    const reloaded = await send()
    expect([one.status, other.status, reloaded.status]).toEqual([201, 201, 201])
    expect(other.body).toEqual(one.body)
    expect(reloaded.body).toEqual(one.body)
    const otherwise = await world.send('/v1/trials', request)
    expect(otherwise.body.code).toBe('trial-already-used')
  })

  it.each([
    [{ company: '' }, 'company', 'Falta este dato.'],
    [{ company: '   ' }, 'company', 'Falta este dato.'],
    [{ company: 'x'.repeat(121) }, 'company', 'Máximo 120 caracteres.'],
    [{ email: 'no es correo' }, 'email', 'Escribe un correo válido, como ana@empresa.mx.'],
    [{ email: undefined }, 'email', 'Falta este dato.'],
  ])('refuses %j at its field', async (request, path, message) => {
    const { status, body } = await trial(request)
    expect([status, body.errors]).toEqual([400, [{ path, message }]])
  })
})

describe('POST /v1/leads', () => {
  it('stores a request for a quote once', async () => {
    const [one, again] = [
      await lead({ message: '<script>alert(1)</script>' }),
      await lead({ message: '<script>alert(1)</script>' }),
    ]
    expect([one.status, again.status]).toEqual([201, 201])
    expect(again.body.id).toBe(one.body.id)
    const rows = await world.deps.db.select().from(leads)
    expect(rows).toMatchObject([{ plan: 'enterprise', message: '<script>alert(1)</script>' }])
  })

  it('gives the answer to a key to nobody else who uses the same one', async () => {
    const ask = (email: string) =>
      world.send('/v1/leads', {
        body: { catalogue: 'erp', plan: 'enterprise', name: 'Ana', company: email, email },
        headers: { 'Idempotency-Key': '1' },
      })
    const [one, other] = [await ask('ana@uno.mx'), await ask('eva@dos.mx')]
    expect([one.status, other.status]).toEqual([201, 201])
    expect(other.body.id).not.toBe(one.body.id)
    expect((await ask('ana@uno.mx')).body.id).toBe(one.body.id)
  })

  it('refuses an unknown plan and an invalid telephone number', async () => {
    expect((await lead({ plan: 'gold' })).status).toBe(404)
    expect((await lead({ phone: 'call me' })).body.errors[0].path).toBe('phone')
  })
})

describe('a request body', () => {
  const raw = (body: string, headers: Record<string, string> = {}) =>
    world.send('/v1/leads', { body, headers })

  it('must be JSON, declared as JSON, and not too large', async () => {
    expect((await raw('{"catalogue":')).body.code).toBe('malformed-json')
    expect((await raw('{}', { 'Content-Type': 'text/plain' })).body.code).toBe('unsupported-media-type')
    expect((await raw(JSON.stringify({ message: 'x'.repeat(70_000) }))).body.code).toBe('too-large')
    expect((await raw(JSON.stringify({ name: 'a\u0000b' }))).body.code).toBe('invalid-input')
    for (const body of ['null', '[]', '7', '""']) expect((await raw(body)).status).toBe(400)
  })
})
