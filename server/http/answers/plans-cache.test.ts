import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { plansCache } from './plans-cache.ts'

let world: World
let server: Server
let url: string
beforeAll(async () => {
  world = await openWorld()
  const plans = plansCache(world.app, world.deps.clock)
  server = createServer((request, response) => {
    if (!plans(request, response)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/catalogues`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.close()
})

it('answers exactly what the route answers, compressed as requested, with an id of its own', async () => {
  const direct = await world.send('/v1/catalogues/erp/plans?currency=USD', {
    headers: { 'Accept-Language': 'en' },
  })
  const ids = new Set<string | null>()
  for (const encoding of ['br', 'gzip', 'identity', 'br'])
    for (let times = 0; times < 2; times++) {
      const answer = await fetch(`${url}/erp/plans?currency=USD`, {
        headers: { 'Accept-Language': 'en', 'Accept-Encoding': encoding },
      })
      expect(answer.headers.get('Content-Encoding') ?? 'identity').toBe(encoding)
      const etag = direct.headers.get('ETag')
      // With the same strong validator for different bytes, a cache could combine parts of both.
      expect(answer.headers.get('ETag')).toBe(encoding === 'identity' ? etag : `W/${etag}`)
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(await answer.text()).toBe(direct.text)
      ids.add(answer.headers.get('X-Request-Id'))
    }
  expect(ids.size).toBe(8)
})

it('answers 304 for a known validator, and passes refusals on', async () => {
  const etag = (await fetch(`${url}/erp/plans`)).headers.get('ETag')!
  const known = await fetch(`${url}/erp/plans`, { headers: { 'If-None-Match': etag } })
  expect([known.status, await known.text(), known.headers.get('Content-Length')]).toEqual([304, '', null])
  const refused = await fetch(`${url}/nada/plans`)
  expect([refused.status, (await refused.json()).code]).toEqual([404, 'unknown-catalogue'])
})

it('shows a new price a second later', async () => {
  const price = async () => (await (await fetch(`${url}/erp/plans`)).json()).plans[0].prices.month.amount
  expect(await price()).toBe(99_900)
  await world.deps.db.execute(
    sql`update prices set amount = 100000 where version_id = 'erp/basico/1' and currency = 'MXN' and interval = 'month'`,
  )
  world.sandbox.clock.advanceTo(new Date(world.deps.clock.now().getTime() + 1_100))
  expect(await price()).toBe(100_000)
})
