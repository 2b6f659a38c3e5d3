import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readEnv } from '../env.ts'
import { type Running, start } from './start.ts'

const directory = mkdtempSync(join(tmpdir(), 'waizant-start-'))

let running: Running
/** The answers while the demonstration's history was replayed. */
const meanwhile: {
  path: string
  status: number
  retryAfter: string | null
  text: string
  at: string | null
}[] = []

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

beforeAll(async () => {
  const port = await freePort()
  const starting = start(
    readEnv({
      NODE_ENV: 'test',
      PORT: String(port),
      SANDBOX_STRIPE_PORT: '0',
      PUBLIC_URL: `https://localhost:${port}`,
      DATA_DIR: directory,
      LOG_LEVEL: 'silent',
      TRUST_PROXY: 'true',
      RATE_LIMIT_PER_MINUTE: '60',
    }),
    {
      site: (request, response) =>
        void response
          .writeHead(200, { 'Content-Type': 'text/plain' })
          .end(`page ${request.url} ${'x'.repeat(2_000)}`),
      files: { has: (path) => path === '/file.txt', fetch: () => new Response('file') },
    },
  )
  let isOver = false
  const ended = starting.finally(() => {
    isOver = true
  })
  // Sends requests only once the replay runs, and only a few, because every request slows it down.
  const isPlaying = () => meanwhile.some(({ text }) => text.includes('"started":false'))
  while (!isOver && !isPlaying()) {
    await setTimeout(20)
    for (const path of ['/readyz', '/healthz', '/precios', '/v1/config', '/sandbox/clock']) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null)
      if (!answer || isOver) continue
      meanwhile.push({
        path,
        status: answer.status,
        retryAfter: answer.headers.get('Retry-After'),
        text: await answer.text(),
        at: answer.headers.get('Content-Type'),
      })
    }
  }
  running = await ended
})
afterAll(async () => {
  await running.close()
  rmSync(directory, { recursive: true })
})

/** The raw answer to a raw request. */
const raw = (target: string, { method = 'GET', headers = '' } = {}): Promise<string> =>
  rawly(`${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`)

const rawly = (request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(running.port, '127.0.0.1')
    let text = ''
    socket.setEncoding('latin1').on('data', (chunk) => {
      text += chunk
    })
    socket.once('error', reject).once('close', () => resolve(text))
    socket.write(request)
  })
const statusOf = async (...asked: Parameters<typeof raw>) => (await raw(...asked)).split('\r\n')[0]
const headerOf = (answer: string, name: string) => new RegExp(`^${name}: (.*)\r$`, 'im').exec(answer)?.[1]

describe('while the demonstration’s history is replayed', () => {
  it('is alive but not ready, and says why', () => {
    const of = (path: string) => meanwhile.filter((one) => one.path === path)
    const played = of('/readyz').filter(({ text }) => text.includes('"started":false'))
    expect(played.length).toBeGreaterThan(0)
    for (const { status, retryAfter } of played) expect([status, retryAfter]).toEqual([503, '5'])
    expect(of('/healthz').some(({ status }) => status === 200)).toBe(true)
  })

  it('shows no clock and no price of months ago', () => {
    const asked = meanwhile.filter(({ path }) => !/z$/.test(path))
    expect(new Set(asked.map(({ path }) => path)).size).toBe(3)
    for (const { status, retryAfter } of asked) expect([status, retryAfter]).toEqual([503, '2'])
    const page = asked.find(({ path }) => path === '/precios')!
    expect(page.text).toContain('Estamos arrancando')
    expect(asked.find(({ path }) => path === '/v1/config')).toMatchObject({
      at: 'application/problem+json; charset=utf-8',
      text: expect.stringContaining('"code":"starting"'),
    })
  })

  it('is over with the correct time, and ready', async () => {
    const { deps } = running
    expect(Math.abs(deps.clock.now().getTime() - Date.now())).toBeLessThan(60_000)
    const readiness = await raw('/readyz')
    expect(readiness).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(readiness).toContain('"started":true')
  })
})

describe('a request', () => {
  it.each([
    'http://localhost/v1/config',
    'http://evil.example/precios',
    '*',
    '//evil.example/precios',
    '/\\evil',
  ])('for %s, which is no path, is refused', async (target) => {
    const answer = await raw(target)
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(answer).toContain('"code":"bad-target"')
  })

  it.each(['/v1/config', '/precios', '/healthz', '/v1/catalogues/erp/plans', '/sandbox/clock'])(
    'for %s in HTTP/1.0, which knows no Host, is answered',
    async (target) => {
      const answer = await rawly(`GET ${target} HTTP/1.0\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    },
  )

  it.each(['', 'a b', 'a/b', '[::'])(
    'for the host "%s", which is none, is refused with a reason',
    async (host) => {
      for (const version of host ? ['1.0', '1.1'] : ['1.1']) {
        const answer = await rawly(
          `GET /v1/config HTTP/${version}\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
        )
        expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
        expect(answer).toContain('"code":"bad-target"')
      }
    },
  )

  it('for a page with another method is refused, and OPTIONS lists the allowed ones', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect(await statusOf('/precios', { method })).toBe('HTTP/1.1 405 Method Not Allowed')
    expect(headerOf(await raw('/precios', { method: 'OPTIONS' }), 'allow')).toBe('GET, HEAD, POST')
  })

  it.each(['/%', '/%00', '/precios/%ff', '/404', '/500/'])(
    'for the page %s asks for one that is not there',
    async (target) => {
      expect(await raw(target)).toContain('page /- ')
      expect(await raw(`/en${target}`.replace(/^\/en\/(404|500)\/?$/, '/en/%'))).toContain('page /en/- ')
    },
  )

  it('makes browsers come back by https only, with every answer', async () => {
    for (const target of ['/precios', '/v1/config', '/v1/catalogues/erp/plans', '*'])
      expect(headerOf(await raw(target), 'strict-transport-security'), target).toBe('max-age=31536000')
  })
})

const tokenOf = async (of: object): Promise<string> => {
  const response = await fetch(`http://127.0.0.1:${running.port}/sandbox/identity/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(of),
  })
  return `Authorization: Bearer ${(await response.json()).token}\r\n`
}

describe('a validator', () => {
  const targets: [string, object | null][] = [
    ['/v1/catalogues/erp/plans', null],
    ['/v1/ecosystems/clinica-horizonte/entitlements', { ecosystem: 'clinica-horizonte' }],
  ]

  it.each(targets)(
    'of %s is strong for one encoding only, and recognised in each',
    async (target, person) => {
      const token = person ? await tokenOf(person) : ''
      const tags = new Map<string, string>()
      for (const encoding of ['identity', 'gzip', 'br']) {
        const answer = await raw(target, { headers: `${token}Accept-Encoding: ${encoding}\r\n` })
        tags.set(encoding, headerOf(answer, 'etag')!)
        // A short answer is never encoded.
        const isEncoded = headerOf(answer, 'content-encoding') !== undefined
        expect(isEncoded).toBe(encoding !== 'identity' && target.endsWith('/plans'))
        expect(tags.get(encoding)).toBe(`${isEncoded ? 'W/' : ''}${tags.get('identity')}`)
      }
      expect(tags.get('identity')).toMatch(/^"/)
      for (const tag of tags.values())
        for (const encoding of tags.keys()) {
          const headers = `${token}If-None-Match: ${tag}\r\nAccept-Encoding: ${encoding}\r\n`
          expect(await statusOf(target, { headers })).toBe('HTTP/1.1 304 Not Modified')
        }
    },
  )
})

it('does not log a client that hangs up as an error', async () => {
  const logged = [vi.spyOn(running.deps.log, 'error'), vi.spyOn(running.deps.log, 'warn')]
  const before = await raw('/metrics')
  for (const [path, body] of [
    ['/v1/leads', 'Content-Length: 100\r\n\r\n{"a"'],
    ['/v1/leads', 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n'],
    ['/webhooks/stripe', 'Content-Length: 100\r\n\r\n{"a"'],
  ])
    await new Promise<void>((resolve) => {
      const socket = connect(running.port, '127.0.0.1', () =>
        socket.write(
          `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${body}`,
          () => setImmediate(() => socket.destroy()),
        ),
      )
      socket.once('close', () => resolve())
    })
  const hungUp = (metrics: string) =>
    [...metrics.matchAll(/requests_total\{.*status="499".*\} (\d+)/g)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    )
  let after = before
  while (hungUp(after) < hungUp(before) + 3) after = await raw('/metrics')
  const failures = (metrics: string) => metrics.match(/^.*status="5\d\d".*$/gm) ?? []
  expect(failures(after)).toEqual(failures(before))
  for (const method of logged) expect(method).not.toHaveBeenCalled()
})

it('limits pages, fragments, prices and the API together per address, but no files', async () => {
  const statusFor = (target: string, address: string) =>
    statusOf(target, { headers: `X-Forwarded-For: ${address}\r\n` })
  const targets = [
    '/precios',
    '/v1/fragments/plan-picker?catalogue=erp',
    '/v1/catalogues/erp/plans',
    '/v1/config',
  ]
  const flood = async (address: string) => {
    for (let tries = 0; tries < 1_300; tries++)
      if ((await statusFor(targets[tries % targets.length]!, address)) !== 'HTTP/1.1 200 OK') return
    throw new Error('It was never refused.')
  }
  await flood('203.0.113.9')
  for (const target of targets)
    expect(await statusFor(target, '203.0.113.9'), target).toBe('HTTP/1.1 429 Too Many Requests')
  const refused = await raw('/precios', { headers: 'X-Forwarded-For: 203.0.113.9\r\n' })
  expect(Number(headerOf(refused, 'retry-after'))).toBeGreaterThan(0)
  expect(refused).toContain('"code":"too-many-requests"')
  expect(await statusFor('/file.txt', '203.0.113.9')).toBe('HTTP/1.1 200 OK')
  for (const target of targets) expect(await statusFor(target, '203.0.113.10')).toBe('HTTP/1.1 200 OK')
})
