import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'
import { operations } from './operations.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Answered by the site, which renders elements. */
const elsewhere = ['get /v1/fragments/{element}']

it('describes every route, and no other', () => {
  const routes = world.app.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/sandbox'))
    .map(
      ({ method, path }) =>
        `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}').replace(/(?<=.)\/$/, '')}`,
    )
  const described = operations.map(({ method, path }) => `${method} ${path}`)
  expect(described.filter((one) => !elsewhere.includes(one)).sort()).toEqual([...new Set(routes)].sort())
})

it('is OpenAPI 3.1 with the schemas that check the input', async () => {
  const { body, headers } = await world.send('/v1/openapi.json')
  expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(body.openapi).toBe('3.1.0')
  const checkout = body.paths['/v1/checkouts'].post
  expect(checkout.requestBody.content['application/json'].schema).toMatchObject({
    type: 'object',
    additionalProperties: false,
  })
  expect(checkout.parameters).toContainEqual(
    expect.objectContaining({ name: 'Idempotency-Key', required: true }),
  )
  expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
})

it('serves its health checks', async () => {
  expect((await world.send('/healthz')).status).toBe(200)
  const { body } = await world.send('/readyz')
  expect(body).toEqual({
    status: 'ready',
    checks: { database: true, migrations: true, core: true, queue: true, storage: true, started: true },
  })
})

it('gives pages what they need, and no secret', async () => {
  const { body, text } = await world.send('/v1/config')
  expect(body).toMatchObject({
    sandbox: true,
    stripe: { publishableKey: expect.stringMatching(/^pk_/) },
    locales: ['es-MX', 'en'],
  })
  expect(text).not.toMatch(/sk_|whsec_/)
})
