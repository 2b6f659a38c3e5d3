/**
 * Webhook intake compared with the same server without its write, on both databases; then twenty `kill -9` without a
 * lost webhook.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import Stripe from 'stripe'
import { startPostgres } from '../server/testing/postgres.ts'
import { closeConnections, once, rate, type Sent } from './load.ts'
import { median } from './median.ts'
import { openResults } from './results.ts'

const secret = 'whsec_bench'
const { tell, keep } = openResults('webhooks')

/** The product's routes on one database. Jobs are processed elsewhere; otherwise the bench would measure both. */
const serve = async (writes: boolean, url: string): Promise<void> => {
  const { getRequestListener } = await import('@hono/node-server')
  const { pino } = await import('pino')
  const { createApp } = await import('../server/app.ts')
  const { openEmbedded, openPostgres, migrate } = await import('../server/db/connection/open.ts')
  const { openJobs } = await import('../server/messaging/jobs.ts')
  const { apiVersion } = await import('../server/payments/stripe/client.ts')
  const { stripePayments } = await import('../server/payments/stripe/index.ts')
  const log = pino({ level: 'silent' })
  const database = url ? openPostgres(url) : await openEmbedded(null)
  await migrate(database, 'store')
  const jobs = await openJobs(database, log)
  const db = writes ? database.db : Object.create(database.db, { transaction: { value: async () => 0 } })
  const app = createApp({
    db,
    jobs,
    log,
    clock: { now: () => new Date() },
    payments: stripePayments({ secretKey: 'sk_test_bench', webhookSecrets: [secret] }),
    settings: {
      publicUrl: 'http://localhost',
      isAllowedOrigin: () => false,
      config: { stripe: { apiVersion } },
      metrics: { token: null, open: true },
    },
  } as never)
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  process.on('message', () => process.send!(process.cpuUsage()))
  server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
}

const begin = (writes: boolean, url: string) => {
  const child = fork(import.meta.filename, ['serve', String(writes), url])
  const port = new Promise<number>((resolve) => child.once('message', (sent) => resolve(sent as number)))
  return { child, port }
}

let made = 0
/** A message of typical size, signed now and never sent before. */
const message = (): Sent & { id: string } => {
  const id = `evt_${process.pid}_${made++}`
  const body = JSON.stringify({
    id,
    object: 'event',
    api_version: '2026-10-28.endive',
    livemode: false,
    type: 'invoice.updated',
    data: {
      object: {
        id: `in_${made}`,
        object: 'invoice',
        lines: Array(12).fill({ description: 'x'.repeat(200) }),
      },
    },
  })
  const signature = Stripe.webhooks.generateTestHeaderString({ payload: body, secret })
  return { id, path: '/webhooks/stripe', method: 'POST', headers: { 'Stripe-Signature': signature }, body }
}

const messages = (count: number) => Array.from({ length: count }, message)

/** Milliseconds of the server's own work, without the time of the database and of this client. */
const workOf = (child: ChildProcess) =>
  new Promise<number>((resolve) => {
    child.once('message', (sent) => {
      const { user, system } = sent as NodeJS.CpuUsage
      resolve((user + system) / 1000)
    })
    child.send('work')
  })

const end = (child: ChildProcess) =>
  new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGKILL')
  })

const compare = async (name: string, url: string, size: number): Promise<void> => {
  const [writing, idle] = [begin(true, url), begin(false, '')]
  const [port, bare] = [await writing.port, await idle.port]
  const ratios: number[] = []
  const rates: number[] = []
  const works: number[] = []
  for (let round = 0; round < 9; round++) {
    const before = [await workOf(writing.child), await workOf(idle.child)]
    const [one, other] = [await rate(port, messages(size), 64), await rate(bare, messages(size), 64)]
    const after = [await workOf(writing.child), await workOf(idle.child)]
    if (round < 2) continue
    rates.push(one)
    ratios.push(one / other)
    works.push((after[1]! - before[1]!) / (after[0]! - before[0]!))
  }
  tell(`webhook intake, ${name}`, median(rates), 'per-second')
  tell(`webhook intake, ${name}, beside the same server without its write`, median(ratios), 'ratio', {
    least: 0.8,
  })
  // With an embedded database the server shares its process.
  if (url) tell('the same where the database has cores of its own', median(works), 'ratio', { least: 0.8 })
  await Promise.all([end(writing.child), end(idle.child)])
}

/** Every acknowledged webhook is in the inbox with one job, whenever the process dies. */
const killAndCount = async (url: string): Promise<void> => {
  const acknowledged = new Set<string>()
  for (let kills = 0; kills < 20; kills++) {
    const { child, port } = begin(true, url)
    const to = await port
    let dead = false
    const worker = async () => {
      while (!dead) {
        const sent = message()
        // Every message is sent twice, because providers do so.
        const answers = await Promise.all([once(to, sent), once(to, sent)]).catch(() => [])
        if (answers.some(({ status }) => status === 200)) acknowledged.add(sent.id)
      }
    }
    const workers = Array.from({ length: 16 }, worker)
    await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 150))
    await end(child)
    dead = true
    await Promise.all(workers)
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `select e.id, (select count(*)::int from jobs.job j where j.name = 'handle-event' and j.data->>'event' = e.id) as jobs from events e`,
  )
  await client.end()
  const jobsOf = new Map(rows.map(({ id, jobs }) => [id as string, jobs as number]))
  const lost = [...acknowledged].filter((id) => !jobsOf.has(id)).length
  const wrong = rows.filter(({ jobs }) => jobs !== 1).length
  tell('webhooks acknowledged over 20 × kill -9', acknowledged.size, 'count')
  tell('of these lost', lost, 'count', { aim: 0 })
  tell('of these without exactly one job', wrong, 'count', { aim: 0 })
  if (lost || wrong) process.exitCode = 1
}

if (process.argv[2] === 'serve') await serve(process.argv[3] === 'true', process.argv[4] ?? '')
else {
  const postgres = await startPostgres({ fsync: 'on' })
  try {
    await compare('PGlite', '', 200)
    await compare('PostgreSQL', postgres.url, 800)
    await killAndCount(postgres.url)
    keep()
  } finally {
    closeConnections()
    await postgres.stop()
  }
}
