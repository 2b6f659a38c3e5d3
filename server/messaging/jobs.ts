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
  /** Starts the workers. */
  work(handlers: Handlers): Promise<void>
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

export const openJobs = async (database: Database, log: Logger): Promise<Jobs> => {
  const boss = await start(database, log)
  let handlers: Handlers | null = null
  const workers: string[] = []
  const running = new Set<Promise<unknown>>()

  const run = async (queue: Queue, data: object) => {
    const work = (handlers![queue] as (data: object) => Promise<void>)(data)
    running.add(work)
    try {
      await work
    } catch (error) {
      log.warn({ err: error, queue, data }, 'job failed, it will be tried again')
      throw error
    } finally {
      running.delete(work)
    }
  }

  const runReady = async (queue: Queue): Promise<number> => {
    const jobs = await boss.fetch<object>(queue, { batchSize: 20 })
    for (const job of jobs)
      await run(queue, job.data).then(
        () => boss.complete(queue, job.id),
        (error: Error) => boss.fail(queue, job.id, { message: error.message }),
      )
    return jobs.length
  }

  return {
    async send(tx, queue, data) {
      await boss.send(queue, data, { db: fromDrizzle(tx as never, sql as never) })
    },
    async work(given) {
      handlers = given
      for (const queue of queues)
        workers.push(await boss.work<object>(queue, { pollingIntervalSeconds: 2 }, async ([job]) => run(queue, job!.data)))
    },
    wake() {
      for (const worker of workers) boss.notifyWorker(worker)
    },
    async settled() {
      for (let busy = true; busy; ) {
        await Promise.allSettled(running)
        busy = running.size > 0
        for (const queue of queues) busy = (await runReady(queue)) > 0 || busy
      }
    },
    async check() {
      await boss.getQueueStats(deadLetters)
    },
    stop: () => boss.stop({ graceful: true, close: false, timeout: 5_000 }),
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
    await boss.createQueue(queue, { retryLimit: 12, retryDelay: 1, retryBackoff: true, retryDelayMax: 600, deadLetter: deadLetters })
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
