/**
 * What a signed-in customer waits for: the billing summary compared with a bare `node:http`, and the price of a plan
 * change compared with the provider's own calls, which take 20 ms.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApp } from '../server/app.ts'
import { readEnv } from '../server/env.ts'
import type { Payments } from '../server/payments/port.ts'
import { openDeps, openStore } from '../server/startup/open-deps.ts'
import { startPostgres } from '../server/testing/postgres.ts'
import { closeConnections, once, rate, type Sent } from './load.ts'
import { median } from './median.ts'
import { openResults } from './results.ts'

/** The whole server in this process, on PostgreSQL, with a customer on Plus. */
const open = async (databaseUrl: string, directory: string) => {
  const env = readEnv({
    NODE_ENV: 'development',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    DATA_DIR: directory,
    LOG_LEVEL: 'silent',
    // Rate limits are lifted, because a bench sends more requests than a person.
    RATE_LIMIT_PER_MINUTE: '100000000',
  })
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 })
  const server = createServer(
    getRequestListener((request) => answer(request), { overrideGlobalObjects: false }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { deps, sandbox, close } = await openDeps(env, { ...(await openStore(env)), port })
  const calls = recorded(deps.payments)
  const app = createApp({ ...deps, payments: calls.payments }, sandbox!.routes(deps))
  answer = app.fetch
  const ask = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const init = {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    }
    const response = await app.request(path, init)
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as Record<string, string>
  }
  const wanted = { catalogue: 'waizant', plan: 'plus', interval: 'month', currency: 'USD' }
  const { ecosystem } = await ask('/sandbox/ecosystems', wanted)
  const { token } = await ask('/sandbox/identity/token', { ecosystem: ecosystem! })
  const headers = { Authorization: `Bearer ${token}` }
  return {
    port,
    ask,
    headers,
    calls,
    path: `/v1/ecosystems/${ecosystem}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await close()
    },
  }
}

interface Call {
  method: keyof Payments
  args: unknown[]
  from: number
  to: number
}

/** The latency of the nearest provider; the stand-in runs in this process. */
const roundTripMs = 20

/** The provider's port, recording each call and its time. */
const recorded = (real: Payments) => {
  let calls: Call[] = []
  const payments = new Proxy(real, {
    get: (target, method: keyof Payments) => {
      return (...args: unknown[]) => {
        const call: Call = { method, args, from: performance.now(), to: 0 }
        const answer = (target[method] as Ask)(...args)
        if (!(answer instanceof Promise)) return answer
        calls.push(call)
        return answer.finally(far).finally(() => {
          call.to = performance.now()
        })
      }
    },
  })
  const take = () => {
    const taken = calls
    calls = []
    return taken
  }
  /** The same calls alone: those that overlapped run together, the others one after the other. */
  const repeat = async (taken: Call[]) => {
    const groups: Call[][] = []
    for (const call of taken) {
      const last = groups.at(-1)
      if (last?.some((one) => call.from < one.to)) last.push(call)
      else groups.push([call])
    }
    for (const group of groups)
      await Promise.all(group.map(({ method, args }) => (real[method] as Ask)(...args).finally(far)))
  }
  return { payments, take, repeat }
}

type Ask = (...all: unknown[]) => Promise<unknown>

const far = () => new Promise((resolve) => setTimeout(resolve, roundTripMs))

type Opened = Awaited<ReturnType<typeof open>>

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

const benchBilling = async ({ port, path, headers }: Opened): Promise<void> => {
  const asked: Sent = { path: `${path}/billing`, headers }
  const { headers: answered, body } = await once(port, asked)
  const { date: _, connection: __, 'keep-alive': ___, ...same } = answered
  const bare = createServer((_, response) => response.writeHead(200, same).end(body))
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
  const barePort = (bare.address() as AddressInfo).port
  const all = Array<Sent>(600).fill(asked)
  const [ratios, rates]: [number[], number[]] = [[], []]
  for (let round = 0; round < 7; round++) {
    const [one, other] = [await rate(port, all), await rate(barePort, all)]
    if (round < 2) continue
    rates.push(one)
    ratios.push(one / other)
  }
  bare.closeAllConnections()
  bare.close()
  tell('GET …/billing', median(rates), 'per-second')
  tell('GET …/billing, beside bare node:http with the same bytes', median(ratios), 'ratio')
}

const benchPreview = async ({ ask, path, headers, calls }: Opened): Promise<void> => {
  const over: number[] = []
  let asked = 0
  for (let round = 0; round < 230; round++) {
    calls.take()
    const preview = () => ask(`${path}/plan-changes/preview`, { plan: 'premium', interval: 'month' }, headers)
    const whole = await timed(preview)
    const taken = calls.take()
    const alone = await timed(() => calls.repeat(taken))
    if (round < 30) continue
    asked = taken.length
    over.push(whole - alone)
  }
  over.sort((one, other) => one - other)
  const at = (share: number) => over[Math.floor(over.length * share)]!
  tell('calls of the provider in a plan-change preview', asked, 'count')
  tell('plan-change preview above these calls, p50', at(0.5), 'ms', { aim: 1 })
  tell('plan-change preview above these calls, p99', at(0.99), 'ms', { aim: 3 })
}

const { tell, keep } = openResults('customers')
const directory = mkdtempSync(join(tmpdir(), 'waizant-bench-'))
const postgres = await startPostgres()
const opened = await open(postgres.url, directory)
try {
  await benchBilling(opened)
  await benchPreview(opened)
  keep()
} finally {
  closeConnections()
  await opened.close()
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}
