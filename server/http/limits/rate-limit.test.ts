import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { notLike, sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { newId } from '../../base/id.ts'
import { rateLimits } from '../../db/tables/index.ts'
import { operations } from '../../routes/openapi/operations.ts'
import { stripeOf } from '../../sandbox/console.ts'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'
import { floodLimit } from './flood.ts'

let world: World
afterEach(() => world.close())
const openLimited = async (most: number) => {
  world = await openWorld({
    settings: { RATE_LIMIT_PER_MINUTE: String(most), TRUST_PROXY: 'true' },
  })
}

/** As our proxy forwards a request; the sender can forge the addresses before the last. */
const from = (address: string) => ({ 'X-Forwarded-For': `${Math.random()}, ${address}` })
const many = async (times: number, ask: () => Promise<{ status: number }>) => {
  const statuses: number[] = []
  for (let done = 0; done < times; done++) statuses.push((await ask()).status)
  return statuses
}

describe('per minute', () => {
  it('limits a network’s posts, and every answer has the rest of the limit', async () => {
    await openLimited(2)
    const post = (address: string) =>
      world.send('/v1/leads', { body: { catalogue: 'erp' }, headers: from(address) })
    expect((await post('1.1.1.1')).headers.get('RateLimit-Remaining')).toBe('1')
    expect((await post('1.1.1.1')).status).toBe(400)
    const refused = await post('1.1.1.1')
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests'])
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await post('2.2.2.2')).status).toBe(400)
  })

  it('leaves no row behind once it is past, and counts on in those that are not', async () => {
    await openLimited(2)
    const post = (address: string) =>
      world.send('/v1/leads', { body: { catalogue: 'erp' }, headers: from(address) })
    for (const address of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) await post(address)
    const { db } = world.deps
    const keys = async () => (await db.select().from(rateLimits)).map(({ key }) => key)
    const [past, now] = [await keys(), '3.3.3.3']
    expect(past.filter((key) => /1\.1\.1\.1|2\.2\.2\.2|3\.3\.3\.3/.test(key))).toHaveLength(3)
    // The database's clock counts, which may show another day than this process.
    const windowEndsAt = sql`now() - interval '2 minutes'`
    await db
      .update(rateLimits)
      .set({ windowEndsAt })
      .where(notLike(rateLimits.key, `%${now}%`))
    await world.advanceBy('PT1H')
    expect((await keys()).filter((key) => !key.includes(now) && past.includes(key))).toEqual([])
    expect((await post(now)).status).toBe(400)
    expect((await post(now)).status).toBe(429)
  })

  it('counts all addresses of one IPv6 network together', async () => {
    await openLimited(2)
    const post = (address: string) =>
      world.send('/v1/leads', { body: { catalogue: 'erp' }, headers: from(address) })
    const statuses: number[] = []
    for (const address of ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:1:2:3', '[2001:db8:1:2::9]:443'])
      statuses.push((await post(address)).status)
    expect(statuses).toEqual([400, 400, 429])
    expect((await post('2001:db8:1:3::1')).status).toBe(400)
  })

  it('limits a network’s bad tokens, and still lets valid tokens from it through', async () => {
    await openLimited(3)
    const { id, signedIn } = await newCustomer(world, { catalogue: 'erp', plan: 'pro' })
    const billing = (headers: object) =>
      world.send(`/v1/ecosystems/${id}/billing`, { headers: { ...from('1.1.1.1'), ...headers } })
    const bad = { Authorization: 'Bearer bad' }
    expect(await many(5, () => billing(bad))).toEqual([401, 401, 401, 429, 429])
    const admin = { headers: { ...from('1.1.1.1'), ...bad } }
    expect((await world.send('/v1/admin/customers', admin)).status).toBe(429)
    expect((await billing(signedIn)).status).toBe(200)
    expect((await billing({ ...bad, ...from('2.2.2.2') })).status).toBe(401)
  })

  it('limits a network’s bad signatures; good ones are never limited', async () => {
    await openLimited(3)
    const deliver = (body: string, signature: string) =>
      world.send('/webhooks/stripe', {
        body,
        headers: { ...from('1.1.1.1'), 'Stripe-Signature': signature },
      })
    expect(await many(5, () => deliver('{}', 't=1,v1=0'))).toEqual([400, 400, 400, 429, 429])
    const good = () => {
      const payload = JSON.stringify({
        id: newId('evt'),
        object: 'event',
        type: 'nothing.known',
        api_version: world.deps.settings.config.stripe.apiVersion,
        livemode: false,
        created: Math.floor(Date.now() / 1000),
        data: { object: { id: newId('obj'), object: 'thing' } },
      })
      const secret = world.stripe.webhookSecret
      return deliver(payload, stripeOf(world.stripe).webhooks.generateTestHeaderString({ payload, secret }))
    }
    expect(new Set(await many(50, good))).toEqual(new Set([200]))
  })

  it('limits a network’s guesses of mail links', async () => {
    await openLimited(2)
    const guess = () => world.send('/v1/unsubscribe/nobody.x.y', { headers: from('1.1.1.1') })
    expect(await many(4, guess)).toEqual([404, 404, 429, 429])
  })

  it('limits an ecosystem’s previews, for all of its people and networks together', async () => {
    await openLimited(6)
    const [one, other] = [
      await newCustomer(world, { catalogue: 'waizant', plan: 'plus' }),
      await newCustomer(world, { catalogue: 'waizant', plan: 'plus' }),
    ]
    const kinds = [
      () => one.post('licences/preview', { quantity: 8 }),
      () => one.preview('premium'),
      () => one.post('encounters/preview', { quantity: 100 }),
    ]
    const statuses: number[] = []
    for (const ask of [...kinds, ...kinds]) statuses.push((await ask()).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429, 429])
    expect((await other.preview('premium')).headers.get('RateLimit-Remaining')).toBe('2')
    expect((await one.get('billing')).status).toBe('active')
  })

  it('limits a network’s requests of any kind, and every route returns the rest of the limit', async () => {
    await openLimited(100)
    const unlimited = ['/webhooks/stripe', '/v1/fragments/{element}']
    for (const { method, path } of operations.filter((one) => !unlimited.includes(one.path))) {
      const { headers } = await world.send(path.replaceAll(/\{\w+\}/g, 'x'), {
        method: method.toUpperCase(),
        headers: from('1.1.1.1'),
      })
      expect([path, Number(headers.get('RateLimit-Limit'))]).toEqual([path, expect.any(Number)])
      expect([path, Number(headers.get('RateLimit-Limit')) > 0]).toEqual([path, true])
    }
    const ask = async () => (await world.send('/healthz', { headers: from('3.3.3.3') })).status
    const answers = await Promise.all(Array.from({ length: 1_001 }, ask))
    expect(answers.filter((status) => status === 429)).toHaveLength(1)
    expect((await world.send('/healthz', { headers: from('4.4.4.4') })).status).toBe(200)
  })
})

it('limits what is answered before any routing, too', async () => {
  await openLimited(1)
  const flood = floodLimit({ rateLimitPerMinute: 1, trustProxy: false })
  const server = createServer((request, response) => {
    const lets = flood.lets(request, response)
    response.writeHead(lets ? 200 : 429, { 'Content-Type': 'text/plain' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const statuses = await many(11, () => fetch(url))
  expect(statuses).toEqual([...Array<number>(10).fill(200), 429])
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
