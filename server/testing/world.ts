import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../app.ts'
import { newId } from '../base/id.ts'
import { readEnv } from '../env.ts'
import type { Retries } from '../messaging/jobs.ts'
import { settle } from '../sandbox/settle.ts'
import { openDeps } from '../startup/open-deps.ts'
import { type Engine, newStore, usualEngine } from './store.ts'

export type World = Awaited<ReturnType<typeof openWorld>>

/** What a test sends; objects become JSON. */
interface Sent {
  method?: string
  body?: unknown
  headers?: Record<string, string>
}

/** Asks a server without a network in between. */
export const sendTo =
  (app: ReturnType<typeof createApp>) =>
  async (path: string, { method, body, headers = {} }: Sent = {}) => {
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' }
    const content = typeof body === 'string' ? body : JSON.stringify(body)
    const response = await app.request(path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: { ...type, ...headers },
      ...(body !== undefined && { body: content }),
    })
    const text = await response.text()
    const json = response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : null
    return { status: response.status, headers: response.headers, body: json, text }
  }

interface WorldOptions {
  /** What its store is kept in, where not in the usual one. */
  engine?: Engine
  /** Environment variables besides those that every test world has. */
  settings?: Record<string, string>
  /** How failing jobs are tried again, where not as usual. */
  retries?: Retries
  startsAt?: Date
}

/** A Saturday in the middle of a month: what follows holds on whatever day the tests run. */
export const worldStart = new Date('2026-11-14T16:00:00Z')

/** The whole server with its stand-ins: real HTTP to the Stripe sandbox and back, a store of its own. */
export const openWorld = async ({
  engine = usualEngine,
  settings = {},
  retries,
  startsAt = worldStart,
}: WorldOptions = {}) => {
  const directory = mkdtempSync(join(tmpdir(), 'waizant-world-'))
  const database = await newStore(engine)
  let fetchApp: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 })
  const server = createServer(
    getRequestListener((request) => fetchApp(request), { overrideGlobalObjects: false }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const env = readEnv({
    NODE_ENV: 'test',
    PORT: '0',
    DATA_DIR: directory,
    ...settings,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  })
  const open = await openDeps(env, {
    database,
    core: database,
    port,
    startsAt,
    ...(retries && { retries }),
  })
  const { deps } = open
  const sandbox = open.sandbox!
  const app = createApp(deps, sandbox.routes(deps))
  fetchApp = app.fetch

  const send = sendTo(app)
  const signIn = async (ecosystem: string, more: object = {}) => {
    const { body } = await send('/sandbox/identity/token', { body: { ecosystem, ...more } })
    return { Authorization: `Bearer ${body.token}` }
  }
  const moveClock = async (body: { advanceTo: string } | { advanceBy: string }) => {
    const { status, text } = await send('/sandbox/clock', { body })
    if (status !== 200) throw new Error(`The clock was not moved (${status}): ${text}`)
  }

  return {
    ...open,
    app,
    deps,
    sandbox,
    send,
    stripe: sandbox.stripe!,
    url: deps.settings.publicUrl,
    /** Opens a checkout as the picker does; for an ecosystem, as its connected picker does. */
    checkout: async (
      request: { ecosystem?: string; [more: string]: unknown } = {},
      key: string = newId('key'),
    ) =>
      send('/v1/checkouts', {
        body: { ...anAnnualPro(deps.settings.publicUrl), ...request },
        headers: { 'Idempotency-Key': key, ...(request.ecosystem && (await signIn(request.ecosystem))) },
      }),
    pay: (id: string, card?: string) => send(`/sandbox/checkouts/${id}/pay`, { body: card ? { card } : {} }),
    signIn,
    /** Lets time pass, through everything that happens on the way: an ISO 8601 duration, as in `P1M` or `PT36H`. */
    advanceBy: (advanceBy: string) => moveClock({ advanceBy }),
    advanceTo: (instant: Date | string) => moveClock({ advanceTo: new Date(instant).toISOString() }),
    settled: () => settle(deps.jobs, sandbox.stripe),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await open.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const anAnnualPro = (url: string) => ({
  catalogue: 'erp',
  plan: 'pro',
  interval: 'year',
  currency: 'MXN',
  email: 'ana@lopez.mx',
  company: 'Ferretería López',
  successUrl: `${url}/gracias`,
  cancelUrl: `${url}/precios`,
})

export const cards = { good: '4242424242424242', declined: '4000000000000002', poor: '4000000000009995' }
