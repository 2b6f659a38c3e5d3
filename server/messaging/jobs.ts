import { sql } from 'drizzle-orm'
import { fromDrizzle } from 'pg-boss'
import type { Logger } from 'pino'
import { reasonOf } from '../base/reason-of.ts'
import type { Database, Db } from '../db/connection/open.ts'
import { type DeadLetters, deadLetters, openDeadLetters } from './dead-letters.ts'
import { type Retries, startQueues } from './open-queues.ts'
import { type QueueDepth, readDepths } from './queue-depths.ts'
import { type JobData, type Queue, queues } from './queues.ts'

export type { JobData, Queue, QueueDepth, Retries }

export type Handlers = { [Q in Queue]: (data: JobData[Q]) => Promise<void> }

/** Durable jobs in the database. */
export interface Jobs {
  /** Queues a job in the caller's transaction: the job exists only if that commits. */
  send<Q extends Queue>(tx: Db, queue: Q, data: JobData[Q]): Promise<void>
  /** Queues many at once, as `send` does each. */
  sendAll<Q extends Queue>(tx: Db, queue: Q, all: JobData[Q][]): Promise<void>
  /** Starts working. */
  work(handlers: Handlers): void
  /** Looks for work now instead of at the next poll; called after a commit. */
  wake(): void
  /** As `wake`, in a moment: the messages of a burst, which come one after the other, are then worked on together. */
  wakeSoon(): void
  /**
   * Waits until every job that is ready has run, and returns whether there were any; it does not wait for
   * retries.
   */
  settled(): Promise<boolean>
  /** Jobs that failed every retry. */
  dead: DeadLetters
  /** How many jobs wait, by queue. */
  depths(): Promise<QueueDepth[]>
  /** Throws when the queue can't be reached. */
  check(): Promise<void>
  stop(): Promise<void>
}

/** A little more than an hour: longer than most outages of the provider, shorter than a person waits. */
const patient: Retries = { limit: 12, seconds: 1, maxSeconds: 600 }

const pollEveryMs = 2_000
const batchSize = 10

/** Longer than the time between two messages of a burst, too short for a waiting person to notice. */
const burstMs = 100

export const openJobs = async (
  database: Database,
  log: Logger,
  retries: Retries = patient,
): Promise<Jobs> => {
  const boss = await startQueues(database, log, retries)
  let handlers: Handlers | null = null
  let poll: NodeJS.Timeout | undefined
  /** Running rounds, from fetching to completing, so that `settled` can wait for all of them. */
  const rounds = new Map<Queue, Promise<number>>()

  const run = async (queue: Queue, job: Fetched) => {
    try {
      await (handlers![queue] as (data: object) => Promise<void>)(job.data)
      await boss.complete(queue, job.id)
    } catch (error) {
      const facts = { err: error, queue, job: job.id, data: job.data }
      if (job.retryCount < job.retryLimit) log.warn(facts, 'job failed and will be retried')
      else log.error(facts, 'job failed every retry and is now a dead letter')
      await boss.fail(queue, job.id, { message: reasonOf(error) })
    }
  }

  /** Runs the ready jobs of a queue; returns how many there were. One round at a time for each queue. */
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

  /** One query for all due jobs, instead of one per queue. */
  const look = async () => {
    for (const queue of await readyQueues(database.db))
      runAll(queue as Queue).catch((error) =>
        log.error({ err: error, queue }, 'could not run the jobs of a queue'),
      )
  }

  const looks = new Set<Promise<void>>()
  const wake = () => {
    if (!poll) return
    const looking = look()
      .catch((error) => log.error({ err: error }, 'could not look for due jobs'))
      .finally(() => looks.delete(looking))
    looks.add(looking)
  }

  let soon: NodeJS.Timeout | undefined
  const wakeSoon = () => {
    soon ??= setTimeout(() => {
      soon = undefined
      wake()
    }, burstMs)
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
    wakeSoon,
    async settled() {
      // Settled: nothing is due and nothing runs, or due jobs could not be fetched twice in a row.
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
      clearTimeout(soon)
      poll = undefined
      await Promise.all(looks)
      await Promise.allSettled(rounds.values())
      await boss.stop({ graceful: true, close: false, timeout: 5_000 })
    },
  }
}

type Fetched = { id: string; data: object; retryCount: number; retryLimit: number }

/** The queues that have due jobs: one query instead of one for each queue. */
const readyQueues = async (db: Db): Promise<Set<string>> => {
  const { rows } = (await db.execute(sql`
    select distinct name from jobs.job where state < 'active' and start_after <= now() and name <> ${deadLetters}
  `)) as unknown as { rows: { name: string }[] }
  return new Set(rows.map(({ name }) => name))
}
