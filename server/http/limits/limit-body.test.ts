import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWorld, type World } from '../../testing/world.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** As a client sends a body whose length it does not know in advance. */
const inPieces = (path: string, pieces: readonly string[], method = 'POST') =>
  new Promise<number>((resolve, reject) => {
    const sent = request(new URL(path, world.url), {
      method,
      headers: { 'content-type': 'application/json' },
    })
    sent.on('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode!)
    })
    sent.on('error', reject)
    for (const piece of pieces) sent.write(piece)
    sent.end()
  })

it('accepts a DELETE request without a body', async () => {
  const answer = await fetch(new URL('/v1/ecosystems/nobody/plan-changes/pending', world.url), {
    method: 'DELETE',
  })
  expect(answer.status).toBe(401)
})

it('reads a body that comes in pieces', async () => {
  expect(await inPieces('/v1/leads', ['{"catalogue":', '"erp"}'])).toBe(400)
})

it('refuses a body in pieces once it is too long', async () => {
  expect(await inPieces('/v1/leads', Array<string>(10).fill('x'.repeat(8192)))).toBe(413)
})

it.each([
  ['/sandbox/clock', 64],
  ['/sandbox/identity/token', 64],
  ['/webhooks/stripe', 1024],
])('refuses more at %s than its %i kB', async (path, limit) => {
  const body = JSON.stringify({ text: 'x'.repeat(limit * 1024) })
  const answer = await fetch(new URL(path, world.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  expect(answer.status).toBe(413)
  expect(await answer.json()).toMatchObject({ status: 413 })
})
