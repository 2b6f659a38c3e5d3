import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { StripeSandbox } from '@waizant/stripe-sandbox'
import { sql } from 'drizzle-orm'
import pino from 'pino'
import Stripe from 'stripe'
import { readEnv } from '../env.ts'
import { apiVersion } from '../payments/stripe/client.ts'
import { advance } from '../sandbox/advance.ts'
import { openSandbox } from '../sandbox/index.ts'
import { settle } from '../sandbox/settle.ts'
import { type Engine, newStore } from '../testing/store.ts'
import { worldStart } from '../testing/world.ts'
import { openReplica, type Replica } from './replica.ts'

export type Town = Awaited<ReturnType<typeof openTown>>

type Asked = Parameters<Replica['send']>
type Answer = Awaited<ReturnType<Replica['send']>>

/** By then every lock of a crashed process has expired. */
const leasesMs = 2 * 60 * 1000

/** The SDK waits half a second before a retry, which is too long for these tests. */
Stripe.prototype.getInitialNetworkRetryDelay = () => 0.001

/**
 * A town has many customers: one store, one provider, one clock, and server processes that may crash and are
 * restarted. Requests and webhooks go to the replicas in turn.
 */
export const openTown = async (engine: Engine, replicas: number, logLevel: string) => {
  const database = await newStore(engine)
  let receive = async (_: Request): Promise<Response> => unavailable()
  const server = createServer(
    getRequestListener((request) => receive(request), { overrideGlobalObjects: false }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sandbox = await openSandbox({
    directory: null,
    port,
    publicUrl: `http://localhost:${port}`,
    stripe: { port: 0 },
    log: pino({ level: 'silent' }),
    wantsDemo: false,
    startsAt: worldStart,
    checksAnswers: false,
  })
  const env = readEnv({ NODE_ENV: 'test', PORT: '0', LOG_LEVEL: logLevel })
  const running: Replica[] = []
  const jobsSettled = async () => {
    let worked = false
    // One replica may find no work because another has just started it.
    for (let quiet = 0; quiet < 2; quiet++)
      for (const { ownSettled } of running)
        if (await ownSettled()) {
          worked = true
          quiet = 0
        }
    return worked
  }
  const changes = new Map<string, string>()
  const heard = (key: string, answer: string) => {
    const invoice = key.endsWith('/change') ? JSON.parse(answer).latest_invoice?.id : null
    if (invoice) changes.set(invoice, key)
  }
  const installation = { env, database, sandbox, port, settled: jobsSettled, heard }

  let turn = 0
  const next = () => running[turn++ % running.length]!
  receive = async (request) => {
    const { fetch, mortal } = next()
    const answer = await Promise.race([fetch(request), mortal.death.then(unavailable)])
    return mortal.isDead() ? unavailable() : answer
  }

  let burial: Promise<void> | null = null
  let deaths = 0
  /** Advances the clock until the locks of crashed processes have expired, and starts new ones. */
  const bury = async () => {
    const dead = running.filter(({ mortal }) => mortal.isDead())
    if (dead.length === 0) return
    deaths += dead.length
    await Promise.all(dead.map(({ close }) => close()))
    sandbox.clock.advanceTo(new Date(sandbox.clock.now().getTime() + leasesMs))
    // Rows that use the database's own clock must see the same two minutes pass.
    await database.db.execute(
      sql`update idempotency_keys set locked_until = locked_until - interval '2 minutes'`,
    )
    await database.db.execute(
      sql`update jobs.job set state = 'retry', start_after = now() where state = 'active'`,
    )
    for (const each of dead) running[running.indexOf(each)] = await newReplica()
  }
  const buryTheDead = () => {
    burial ??= bury().finally(() => {
      burial = null
    })
    return burial
  }
  /** Others may be waiting for what it holds, so it is released. */
  const newReplica = async () => {
    const replica = await openReplica(installation)
    replica.mortal.onDeath(() => setImmediate(buryTheDead))
    return replica
  }
  for (let each = 0; each < replicas; each++) running.push(await newReplica())
  const someDied = () => running.some(({ mortal }) => mortal.isDead())

  /** Runs work to its end, even if processes crash during it. */
  const whateverDies = async (work: () => Promise<void>): Promise<void> => {
    for (;;) {
      const before = deaths
      const failure = await work().then(
        () => null,
        (error) => ({ error }),
      )
      if (someDied()) await buryTheDead()
      else if (!failure) return
      // A process that crashed during it may have been replaced already.
      else if (deaths === before) throw failure.error
    }
  }

  const settled = () => whateverDies(() => settle({ settled: jobsSettled }, sandbox.stripe))

  return {
    database,
    clock: sandbox.clock,
    stripe: sandbox.stripe!,
    sdk: patientSdk(sandbox.stripe!),
    /** The invoice of each plan change, and the idempotency key of its request. */
    changes,
    deps: () => running[0]!.deps,
    settled,
    /** How many processes have crashed so far. */
    deaths: () => deaths,
    /** Sends the same request again when the process that got it has crashed. */
    async send(...asked: Asked): Promise<Answer> {
      for (;;) {
        const { send, mortal } = next()
        const answer = await Promise.race([send(...asked), mortal.death.then(() => null)])
        if (answer && !mortal.isDead()) {
          // Scheduled work of the sandbox may have left jobs to the other replicas.
          if (asked[0].startsWith('/sandbox/')) await settled()
          return answer
        }
        await buryTheDead()
      }
    },
    async signIn(ecosystem: string) {
      const { body } = await this.send('/sandbox/identity/token', { body: { ecosystem } })
      return { Authorization: `Bearer ${body.token}` }
    },
    /** Makes the process that gets the next request crash after a number of crash points. */
    dieAfter: (moments: number) => running[turn % running.length]!.mortal.dieAfter(moments),
    spareAll: () => {
      for (const { mortal } of running) mortal.spare()
    },
    /** Advances the clock, through everything that happens on the way. */
    async advanceTo(instant: Date) {
      await settled()
      await whateverDies(() => advance(running[0]!.deps, sandbox, instant))
      await settled()
    },
    async close() {
      receive = async () => unavailable()
      for (const { close } of running) await close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await sandbox.close()
      await database.close()
    },
  }
}

/** An SDK for the tests' own checks, which is not affected by the intended failures. */
const patientSdk = ({ secretKey, port }: StripeSandbox) =>
  new Stripe(secretKey, {
    apiVersion,
    host: '127.0.0.1',
    port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 10,
  })

const unavailable = () => new Response(null, { status: 503 })
