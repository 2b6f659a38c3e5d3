import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../app.ts'
import type { Deps } from '../../deps.ts'
import { plansCache } from '../../http/answers/plans-cache.ts'
import { backOffice } from '../../testing/back-office.ts'
import { openReplica } from '../../testing/replica.ts'
import { openWorld, sendTo, type World } from '../../testing/world.ts'

/** A published price must be on every page within this time. */
const promiseMs = 5_000

let world: World
let admin: Awaited<ReturnType<typeof backOffice>>
let replica: Awaited<ReturnType<typeof openReplica>>
const servers: Server[] = []
let doors: string[]

/** Starts a process's HTTP server, including its cache of prepared answers; returns its address. */
const open = async (deps: Deps): Promise<string> => {
  const plans = plansCache(createApp(deps, null), deps.clock)
  const server = createServer((request, response) => {
    if (!plans(request, response)) response.writeHead(404).end()
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  world = await openWorld({ engine: 'postgres' })
  admin = await backOffice(world)
  replica = await openReplica(world.deps)
  doors = [await open(world.deps), await open(replica.deps)]
})

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  await replica.close()
  await world.close()
})

const ask = (door: string, etag?: string) =>
  fetch(`${door}/v1/catalogues/erp/plans?currency=MXN&locale=es-MX`, {
    headers: etag ? { 'If-None-Match': etag } : {},
  })

const priceIn = async (answer: Response) =>
  (await answer.json()).plans.find(({ id }: { id: string }) => id === 'pro').prices.month.amount

const pass = (ms: number) => world.sandbox.clock.advanceTo(new Date(world.deps.clock.now().getTime() + ms))

describe('A price published at one of two processes', () => {
  it('is returned by both within five seconds, also to a browser that has the old one', async () => {
    const known = await Promise.all(doors.map((door) => ask(door)))
    expect(await Promise.all(known.map(priceIn))).toEqual([249_900, 249_900])
    const number = await admin.reprice(261_100, 2_611_000)
    pass(promiseMs)
    for (const [index, door] of doors.entries()) {
      const answer = await ask(door, known[index]!.headers.get('ETag')!)
      expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([
        200,
        'public, max-age=0, must-revalidate',
      ])
      expect(await priceIn(answer)).toBe(261_100)
    }
    await admin.turn(number, 'unpublish')
    pass(promiseMs)
    for (const door of doors) expect(await priceIn(await ask(door))).toBe(249_900)
  })

  it('has the same validator at both, so that a browser which is sent to the other process gets a 304', async () => {
    const [one, other] = await Promise.all(doors.map((door) => ask(door)))
    expect(one!.headers.get('ETag')).toBe(other!.headers.get('ETag'))
    expect((await ask(doors[1]!, one!.headers.get('ETag')!)).status).toBe(304)
  })

  it('is what a checkout at the other process sells', async () => {
    const number = await admin.reprice(262_200, 2_622_000)
    const other = sendTo(createApp(replica.deps, null))
    const { status } = await other('/v1/checkouts', {
      body: {
        catalogue: 'erp',
        plan: 'pro',
        interval: 'month',
        currency: 'MXN',
        email: 'otra@lopez.mx',
        company: 'Ferretería López',
        successUrl: `${world.url}/gracias`,
        cancelUrl: `${world.url}/precios`,
      },
      headers: { 'Idempotency-Key': 'fresh-1' },
    })
    expect(status).toBe(201)
    expect((await admin.read(number)).body).toMatchObject({ status: 'in-force', sold: true })
  })

  it('is returned by a process whose request was made just before it was published', async () => {
    const late = ask(doors[1]!)
    await admin.reprice(263_300, 2_633_000)
    await late
    pass(promiseMs)
    expect(await priceIn(await ask(doors[1]!))).toBe(263_300)
  })
})
