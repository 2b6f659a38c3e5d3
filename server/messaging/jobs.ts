import { sql } from 'drizzle-orm'
import { fromDrizzle, fromPglite, PgBoss, type QueueOptions } from 'pg-boss'
import type { Logger } from 'pino'
import type { EnvironmentName } from '#contract/catalogue-sync'
import { reasonOf } from '../base/reason-of.ts'
import type { Database, Db } from '../db/connection/open.ts'
import { type DeadLetters, deadLetters, openDeadLetters } from './dead-letters.ts'
import { type QueueDepth, readDepths } from './queue-depths.ts'

export type { QueueDepth }

/** What the server does later, by queue. A job may run twice: every handler is idempotent. */
export interface JobData {
  'handle-event': { event: string }
  'provision-ecosystem': { ecosystem: string }
  /** Fetches what the provider said since and we never heard; nothing given: as far back as it remembers. */
  reconcile: { since?: string }
  /** Queues a comparison with the provider for everything that may still move. */
  'sync-all': Record<string, never>
  'sync-subscription': { subscription: string }
  /** Brings what is sold to the provider. */
  'sync-catalogue': { catalogue: string; environment: EnvironmentName }
  /** Queues that for every catalogue. */
  'sync-catalogues': Record<string, never>
  'sync-checkout': { checkout: string }
  'sync-purchase': { purchase: string }
  'deliver-encounters': { purchase: string }
  'deliver-plan': { ecosystem: string }
  'finish-change': { quote: string; ecosystem: string }
  /** Looks after a charge for services that may have been interrupted. */
  'finish-settlement': { ecosystem: string; settlement: string }
  'check-scheduled-change': { ecosystem: string }
  /** Does what time alone has brought to an ecosystem by now. */
  'tend-ecosystem': { ecosystem: string }
  'push-entitlements': { ecosystem: string; revision: number }
  'push-included': { ecosystem: string; revision: number; from: string; until: string; granted: number }
  /** Ends what is left of a month's included encounters. */
  'turn-month': { ecosystem: string }
  'delete-ecosystem': { ecosystem: string; actor: string }
  'send-mail': { message: string }
  'remind-renewal': { ecosystem: string }
  /** Queues a look at the limits of everybody who pays. */
  'watch-all-limits': Record<string, never>
  'watch-limits': { ecosystem: string }
  /** Takes away the counts of minutes that are past. */
  'prune-rate-limits': Record<string, never>
}
export type Queue = keyof JobData

export type Handlers = { [Q in Queue]: (data: JobData[Q]) => Promise<void> }

/** Durable jobs in the database. */
export interface Jobs {
  /** Queues a job in the caller's transaction: it exists exactly if the transaction does. */
  send<Q extends Queue>(tx: Db, queue: Q, data: JobData[Q]): Promise<void>
  /** Queues many at once, as `send` does each. */
  sendAll<Q extends Queue>(tx: Db, queue: Q, all: JobData[Q][]): Promise<void>
  /** Starts working. */
  work(handlers: Handlers): void
  /** Looks for work now instead of at the next poll; called after a commit. */
  wake(): void
  /** Waits until every job that is ready has run, and says whether there were any; jobs that wait for a retry are not waited for. */
  settled(): Promise<boolean>
  /** Jobs that failed every retry. */
  dead: DeadLetters
  /** How much waits, by queue. */
  depths(): Promise<QueueDepth[]>
  /** Throws when the queue can't be reached. */
  check(): Promise<void>
  stop(): Promise<void>
}

/** A queue that is missing here is a type error. */
const queueNames: Record<Queue, true> = {
  'handle-event': true,
  'provision-ecosystem': true,
  reconcile: true,
  'sync-all': true,
  'sync-subscription': true,
  'sync-catalogue': true,
  'sync-catalogues': true,
  'sync-checkout': true,
  'sync-purchase': true,
  'deliver-encounters': true,
  'deliver-plan': true,
  'finish-change': true,
  'finish-settlement': true,
  'check-scheduled-change': true,
  'tend-ecosystem': true,
  'push-entitlements': true,
  'push-included': true,
  'turn-month': true,
  'delete-ecosystem': true,
  'send-mail': true,
  'remind-renewal': true,
  'watch-all-limits': true,
  'watch-limits': true,
  'prune-rate-limits': true,
}

const queues = Object.keys(queueNames) as Queue[]

/** How often a failing job is tried again, and how long after. */
export interface Retries {
  limit: number
  /** Before the first one; doubled from one to the next, up to `maxSeconds`. */
  seconds: number
  maxSeconds: number
}

/** A little more than an hour: longer than a provider's bad moment, shorter than a person's patience. */
const patient: Retries = { limit: 12, seconds: 1, maxSeconds: 600 }

/** Without workers for weeks a job still waits, and a dead one until an operator decides. */
const tenYears = 10 * 365 * 24 * 60 * 60

const pollEveryMs = 2_000
const batchSize = 10

export const openJobs = async (
  database: Database,
  log: Logger,
  retries: Retries = patient,
): Promise<Jobs> => {
  const boss = await start(database, log, retries)
  let handlers: Handlers | null = null
  let poll: NodeJS.Timeout | undefined
  /** The rounds under way, from fetching to completing, so that `settled` can wait for all of them. */
  const rounds = new Map<Queue, Promise<number>>()

  const run = async (queue: Queue, job: Fetched) => {
    try {
      await (handlers![queue] as (data: object) => Promise<void>)(job.data)
      await boss.complete(queue, job.id)
    } catch (error) {
      const facts = { err: error, queue, job: job.id, data: job.data }
      if (job.retryCount < job.retryLimit) log.warn(facts, 'job failed, it will be tried again')
      else log.error(facts, 'job failed for good, it is among the dead letters')
      await boss.fail(queue, job.id, { message: reasonOf(error) })
    }
  }

  /** Runs what is ready in a queue; gives how many jobs that were. One round at a time for each queue. */
  const round = (queue: Queue): Promise<number> => {
    const underWay = rounds.get(queue)
    if (underWay) return underWay
    const begun = boss
      .fetch<object>(queue, { batchSize, includeMetadata: true })
      .then(async (jobs) => {
        await Promise.all(jobs.map((job) => run(queue, job)))
        return jobs.length
      })
      .finally(() => rounds.delete(queue))
    rounds.set(queue, begun)
    return begun
  }

  const runAll = async (queue: Queue): Promise<void> => {
    while (poll && (await round(queue)) > 0);
  }

  /** One look at what is due, instead of asking every queue in vain. */
  const look = async () => {
    for (const queue of await readyQueues(database.db))
      runAll(queue as Queue).catch((error) => log.error({ err: error, queue }, 'job queue'))
  }

  const looks = new Set<Promise<void>>()
  const wake = () => {
    if (!poll) return
    const looking = look()
      .catch((error) => log.error({ err: error }, 'job queue'))
      .finally(() => looks.delete(looking))
    looks.add(looking)
  }

  return {
    async send(tx, queue, data) {
      await boss.send(queue, data, { db: fromDrizzle(tx as never, sql as never) })
    },
    async sendAll(tx, queue, all) {
      if (!all.length) return
      const jobs = all.map((data) => ({ data }))
      await boss.insert(queue, jobs, { db: fromDrizzle(tx as never, sql as never) })
    },
    work(given) {
      handlers = given
      poll = setInterval(wake, pollEveryMs)
      wake()
    },
    wake,
    async settled() {
      // Nothing is due and nothing under way, or what is due can't be had twice in a row: silence.
      let worked = false
      for (let quiet = 0; quiet < 2; ) {
        const underWay = await Promise.all(rounds.values())
        const ready = await readyQueues(database.db)
        const done = await Promise.all(queues.filter((queue) => ready.has(queue)).map(round))
        const ran = [...underWay, ...done].some((count) => count > 0)
        worked ||= ran
        if (!ready.size && !rounds.size) break
        quiet = ran ? 0 : quiet + 1
      }
      return worked
    },
    dead: openDeadLetters(boss, database.db),
    depths: () => readDepths(database.db),
    async check() {
      await boss.getQueueStats(deadLetters)
    },
    async stop() {
      clearInterval(poll)
      poll = undefined
      await Promise.all(looks)
      await Promise.allSettled(rounds.values())
      await boss.stop({ graceful: true, close: false, timeout: 5_000 })
    },
  }
}

type Fetched = { id: string; data: object; retryCount: number; retryLimit: number }

const start = async ({ driver }: Database, log: Logger, retries: Retries): Promise<PgBoss> => {
  const boss = new PgBoss({
    ...(driver.kind === 'pglite'
      ? { db: fromPglite(driver.pglite), backend: 'pglite' as const }
      : { db: { executeSql: async (text: string, values?: unknown[]) => driver.pool.query(text, values) } }),
    schema: 'jobs',
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  await boss.start()
  await haveQueue(boss, deadLetters, { retentionSeconds: tenYears })
  for (const queue of queues)
    await haveQueue(boss, queue, {
      retryLimit: retries.limit,
      retryDelay: retries.seconds,
      retryBackoff: retries.seconds > 0,
      ...(retries.seconds > 0 && { retryDelayMax: retries.maxSeconds }),
      // A process that died with the job leaves it to the others after this.
      expireInSeconds: 120,
      retentionSeconds: tenYears,
      deadLetter: deadLetters,
    })
  await warm(boss)
  return boss
}

/** A queue that is there already gets the settings of today. */
const haveQueue = async (boss: PgBoss, name: string, settings: QueueOptions & { deadLetter?: string }) => {
  await boss.createQueue(name, settings)
  await boss.updateQueue(name, settings)
}

/** Which queues have jobs that are due: one look instead of one for each. */
const readyQueues = async (db: Db): Promise<Set<string>> => {
  const { rows } = (await db.execute(sql`
    select distinct name from jobs.job where state < 'active' and start_after <= now() and name <> ${deadLetters}
  `)) as unknown as { rows: { name: string }[] }
  return new Set(rows.map(({ name }) => name))
}

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * The first `send` reads its queue's settings; inside an embedded transaction that read would wait for
 * ever. Cancelling nobody's job reads them now.
 */
const warm = async (boss: PgBoss) => {
  for (const queue of queues) await boss.cancel(queue, nobody)
}
