import { sql } from 'drizzle-orm'
import { fromPglite, PgBoss, type QueueOptions } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database, Db } from '../db/connection/open.ts'
import { deadLetters } from './dead-letters.ts'
import { formerNames, queues } from './queues.ts'

/** How often a failing job is tried again, and how long after. */
export interface Retries {
  limit: number
  /** Before the first one; doubled from one to the next, up to `maxSeconds`. */
  seconds: number
  maxSeconds: number
}

/** Without workers a job waits for weeks, and a dead one until an operator decides. */
const tenYears = 10 * 365 * 24 * 60 * 60

/** Starts the job queue, creates the queues that are missing, and moves jobs out of queues that were renamed. */
export const startQueues = async (
  { db, driver }: Database,
  log: Logger,
  retries: Retries,
): Promise<PgBoss> => {
  const boss = new PgBoss({
    ...(driver.kind === 'pglite'
      ? { db: fromPglite(driver.pglite), backend: 'pglite' as const }
      : { db: { executeSql: async (text: string, values?: unknown[]) => driver.pool.query(text, values) } }),
    schema: 'jobs',
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue error'))
  await boss.start()
  const existing = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  await haveQueue(boss, existing.get(deadLetters), deadLetters, { retentionSeconds: tenYears })
  for (const queue of queues)
    await haveQueue(boss, existing.get(queue), queue, {
      retryLimit: retries.limit,
      retryDelay: retries.seconds,
      retryBackoff: retries.seconds > 0,
      ...(retries.seconds > 0 && { retryDelayMax: retries.maxSeconds }),
      // After this time other processes take over the job of a crashed one.
      expireInSeconds: 120,
      retentionSeconds: tenYears,
      deadLetter: deadLetters,
    })
  await renameQueues(boss, db, new Set(existing.keys()))
  return boss
}

type QueueSettings = QueueOptions & { deadLetter?: string }

/** Creates a queue, or gives an existing one the current settings. */
const haveQueue = async (
  boss: PgBoss,
  existing: QueueSettings | undefined,
  name: string,
  settings: QueueSettings,
) => {
  const names = Object.keys(settings) as (keyof QueueSettings)[]
  if (existing && names.every((one) => existing[one] === settings[one])) return
  await boss.createQueue(name, settings)
  await boss.updateQueue(name, settings)
  await readSettings(boss, name)
}

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * The first `send` to a queue that was changed reads its settings; inside an embedded transaction that read would
 * wait for ever. Cancelling a job that does not exist reads them now.
 */
const readSettings = (boss: PgBoss, queue: string) => boss.cancel(queue, nobody)

/**
 * Gives the jobs of an earlier release's queues the present names, dead ones too, and removes the queues. A process of
 * that release must have ended before.
 */
const renameQueues = async (boss: PgBoss, db: Db, existing: Set<string>) => {
  for (const [former, name] of Object.entries(formerNames)) {
    if (!existing.has(former)) continue
    await db.execute(sql`update jobs.job set name = ${name} where name = ${former}`)
    await db.execute(sql`update jobs.job set source_name = ${name} where source_name = ${former}`)
    await boss.deleteQueue(former)
  }
}
