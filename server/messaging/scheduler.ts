import { and, eq, lte, notInArray, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Clock } from '../base/clock.ts'
import type { Db } from '../db/connection/open.ts'
import { timetable } from '../db/tables/index.ts'
import type { JobData, Jobs, Queue } from './jobs.ts'

/** Something that is done again and again: the job of the same name, queued at each moment that it is due. */
export interface RecurringTask {
  /** The first moment after `at`, on a grid of its own: a late run does not move the next one. */
  nextAfter(at: Date): Date
  /**
   * How it treats moments that went by: `each` is run at every one when the movable clock is advanced; `once` is a
   * safety net, and finds at the end of the way what it would have found on it. Downtime is caught up by one run of either.
   */
  missed: 'each' | 'once'
}

export type RecurringTasks = { [Q in Queue]?: RecurringTask }

/** What is done at moments to come. It lives by the product's clock and is kept in the database. */
export interface Scheduler {
  /** Queues a job at `instant`, in the caller's transaction; the same `key` again moves it. */
  at<Q extends Queue>(tx: Db, queue: Q, key: string, instant: Date, data: JobData[Q]): Promise<void>
  /** Takes back what `at` arranged; nothing happens when it was queued already. */
  cancel(tx: Db, queue: Queue, key: string): Promise<void>
  /** What a recurring task is told at its next run. */
  remember<Q extends Queue>(tx: Db, task: Q, data: JobData[Q]): Promise<void>
  /** The next moment at which the clock must stop on its way; null: none. */
  due(): Promise<Date | null>
  /** Queues everything due by now; `onTheWay` leaves the safety nets to the end of the way. */
  tick(how?: { onTheWay: boolean }): Promise<void>
  stop(): Promise<void>
}

interface Working {
  db: Db
  jobs: Jobs
  clock: Clock
  log: Logger
  tasks: RecurringTasks
}

const looksEveryMs = 2_000

/** Looks at the clock until it is stopped. Any number of replicas may: each due moment is queued by one of them. */
export const openScheduler = async ({ db, jobs, clock, log, tasks }: Working): Promise<Scheduler> => {
  const names = Object.keys(tasks) as Queue[]
  const nets = names.filter((name) => tasks[name]!.missed === 'once')
  const wayside = nets.length ? notInArray(timetable.task, nets) : undefined
  const now = clock.now()
  for (const task of names)
    await db
      .insert(timetable)
      .values({ task, nextAt: tasks[task]!.nextAfter(now) })
      .onConflictDoNothing()

  /** Whoever moves the row on queues the job, in one transaction. */
  const run = async (row: typeof timetable.$inferSelect, at: Date) => {
    const mine = and(eq(timetable.task, row.task), eq(timetable.nextAt, row.nextAt))
    const recurring = tasks[row.task as Queue]
    await db.transaction(async (tx) => {
      const taken = recurring
        ? await tx
            .update(timetable)
            .set({ nextAt: recurring.nextAfter(at) })
            .where(mine)
            .returning()
        : await tx.delete(timetable).where(mine).returning()
      const [queue] = row.task.split('/') as [Queue]
      if (taken.length) await jobs.send(tx, queue, (row.data ?? {}) as JobData[Queue])
    })
  }

  const tick = async ({ onTheWay } = { onTheWay: false }) => {
    const at = clock.now()
    const rows = await db
      .select()
      .from(timetable)
      .where(and(lte(timetable.nextAt, at), onTheWay ? wayside : undefined))
      .orderBy(timetable.nextAt)
    for (const row of rows) await run(row, at)
    if (rows.length) jobs.wake()
  }

  let looking: Promise<void> | null = null
  const look = () => {
    looking ??= tick()
      .catch((error) => log.error({ err: error }, 'timetable'))
      .finally(() => {
        looking = null
      })
  }
  const timer = setInterval(look, looksEveryMs).unref()

  return {
    async at(tx, queue, key, instant, data) {
      const row = { nextAt: instant, data }
      await tx
        .insert(timetable)
        .values({ task: `${queue}/${key}`, ...row })
        .onConflictDoUpdate({ target: timetable.task, set: row })
    },
    async cancel(tx, queue, key) {
      await tx.delete(timetable).where(eq(timetable.task, `${queue}/${key}`))
    },
    async remember(tx, task, data) {
      await tx.update(timetable).set({ data }).where(eq(timetable.task, task))
    },
    async due() {
      const [row] = await db
        .select({ at: sql<string | null>`min(${timetable.nextAt})` })
        .from(timetable)
        .where(wayside)
      return row?.at ? new Date(row.at) : null
    },
    tick,
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
