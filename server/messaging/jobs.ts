import { sql } from 'drizzle-orm'
import { fromDrizzle, fromPglite, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database, Db } from '../db/open.ts'

/** What the server does later, by queue. A job may run twice: every handler is idempotent. */
export interface JobData {
  'handle-event': { event: string }
  'provision-ecosystem': { ecosystem: string }
}
export type Queue = keyof JobData

export type Handlers = { [Q in Queue]: (data: JobData[Q]) => Promise<void> }

/** Durable jobs in the database. */
export interface Jobs {
  /** Queues a job in the caller's transaction: it exists exactly if the transaction does. */
  send<Q extends Queue>(tx: Db, queue: Q, data: JobData[Q]): Promise<void>
  /** Starts working. */
  work(handlers: Handlers): void
  /** Looks for work now instead of at the next poll; called after a commit. */
  wake(): void
  /** Waits until every job that is ready has run; jobs that wait for a retry are not waited for. */
  settled(): Promise<void>
  /** Throws when the queue can't be reached. */
  check(): Promise<void>
  stop(): Promise<void>
}

const queues: Queue[] = ['handle-event', 'provision-ecosystem']

/** Where jobs end that failed every retry; an operator can send them back. */
const deadLetters = 'dead-letters'

const pollEveryMs = 2_000
const batchSize = 10

export const openJobs = async (database: Database, log: Logger): Promise<Jobs> => {
  const boss = await start(database, log)
  let handlers: Handlers | null = null
  let poll: NodeJS.Timeout | undefined
  /** The rounds under way, from fetching to completing, so that `settled` can wait for all of them. */
  const rounds = new Map<Queue, Promise<number>>()

  const run = async (queue: Queue, job: { id: string; data: object }) => {
    try {
      await (handlers![queue] as (data: object) => Promise<void>)(job.data)
      await boss.complete(queue, job.id)
    } catch (error) {
      log.warn({ err: error, queue, job: job.id, data: job.data }, 'job failed, it will be tried again')
      await boss.fail(queue, job.id, { message: (error as Error).message })
    }
  }

  /** Runs what is ready in a queue; gives how many jobs that were. One round at a time for each queue. */
  const round = (queue: Queue): Promise<number> => {
    const underWay = rounds.get(queue)
    if (underWay) return underWay
    const begun = boss
      .fetch<object>(queue, { batchSize })
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

  const wake = () => {
    if (!poll) return
    for (const queue of queues) runAll(queue).catch((error) => log.error({ err: error, queue }, 'job queue'))
  }

  return {
    async send(tx, queue, data) {
      await boss.send(queue, data, { db: fromDrizzle(tx as never, sql as never) })
    },
    work(given) {
      handlers = given
      poll = setInterval(wake, pollEveryMs)
      wake()
    },
    wake,
    async settled() {
      // What a round under way has not fetched, the next one will: two quiet rounds in a row mean silence.
      for (let quiet = 0; quiet < 2; ) {
        const done = await Promise.all(queues.map(round))
        quiet = done.every((count) => count === 0) ? quiet + 1 : 0
      }
    },
    async check() {
      await boss.getQueueStats(deadLetters)
    },
    async stop() {
      clearInterval(poll)
      poll = undefined
      await Promise.allSettled(rounds.values())
      await boss.stop({ graceful: true, close: false, timeout: 5_000 })
    },
  }
}

const start = async ({ driver }: Database, log: Logger): Promise<PgBoss> => {
  const boss = new PgBoss({
    ...(driver.kind === 'pglite'
      ? { db: fromPglite(driver.pglite), backend: 'pglite' as const }
      : { db: { executeSql: async (text: string, values?: unknown[]) => driver.pool.query(text, values) } }),
    schema: 'jobs',
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  await boss.start()
  await boss.createQueue(deadLetters)
  for (const queue of queues)
    await boss.createQueue(queue, {
      retryLimit: 12,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 600,
      // A process that died with the job leaves it to the others after this.
      expireInSeconds: 120,
      deadLetter: deadLetters,
    })
  await warm(boss)
  return boss
}

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * The first `send` reads its queue's settings; inside an embedded transaction that read would wait for
 * ever. Cancelling nobody's job reads them now.
 */
const warm = async (boss: PgBoss) => {
  for (const queue of queues) await boss.cancel(queue, nobody)
}
