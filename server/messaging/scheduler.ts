import { and, eq, lte, notInArray, sql } from 'drizzle-orm'
import type { Logger } from 'pino'
import type { Clock } from '../base/clock.ts'
import type { Db } from '../db/connection/open.ts'
import { timetable } from '../db/tables/index.ts'
import type { JobData, Jobs, Queue } from './jobs.ts'

/** A recurring task: the job of the same name is queued each time it is due. */
export interface RecurringTask {
  /** The next time after `at` on a fixed grid, so that a late run does not move the following one. */
  nextAfter(at: Date): Date
  /**
   * What happens to missed times. `each`: when the movable clock is advanced, the task runs at every one.
   * `once`: the task is a safety net, and one run at the end finds everything. After downtime, both run once.
   */
  missed: 'each' | 'once'
}

export type RecurringTasks = { [Q in Queue]?: RecurringTask }

/** Schedules jobs for later. It uses the product's clock and stores its schedule in the database. */
export interface Scheduler {
  /** Queues a job at `instant`, in the caller's transaction; the same `key` again moves it. */
  at<Q extends Queue>(tx: Db, queue: Q, key: string, instant: Date, data: JobData[Q]): Promise<void>
  /** Cancels what `at` scheduled; does nothing when it was queued already. */
  cancel(tx: Db, queue: Queue, key: string): Promise<void>
  /** Sets the data of a recurring task's next run. */
  remember<Q extends Queue>(tx: Db, task: Q, data: JobData[Q]): Promise<void>
  /** The next time at which an advancing clock must stop; null: none. */
  due(): Promise<Date | null>
  /** Queues everything due by now; with `onTheWay`, safety nets wait for the end of the advance. */
  tick(how?: { onTheWay: boolean }): Promise<void>
  /** Polls no more until `work` has ended: an advance of the movable clock decides itself what runs when. */
  whileHeld<T>(work: () => Promise<T>): Promise<T>
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

/** Polls the clock until it is stopped. Any number of replicas may do so: each due time is queued by one of them. */
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

  /** The replica that moves the row forward queues the job, in one transaction. */
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
  let holds = 0
  const look = () => {
    if (holds) return
    looking ??= tick()
      .catch((error) => log.error({ err: error }, 'could not queue the due jobs'))
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
    async whileHeld(work) {
      holds++
      try {
        await looking
        return await work()
      } finally {
        holds--
      }
    },
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
