import { sql } from 'drizzle-orm'
import { fromDrizzle, type PgBoss } from 'pg-boss'
import type { Db } from '../db/connection/open.ts'

/** The queue of jobs that failed every retry; an operator sends them back. */
export const deadLetters = 'dead-letters'

/** A job that failed every retry, with the reason of the last failure. */
export interface DeadJob {
  id: string
  queue: string
  data: object
  reason: string
  /** How often it was tried. */
  tries: number
  queuedAt: Date
  failedAt: Date
}

export interface DeadLetters {
  /** The name of the dead-letter queue. */
  queue: string
  /** Newest first. */
  list(): Promise<DeadJob[]>
  /** Sends a job back to its queue with all of its retries; false when it does not exist any more. */
  replay(id: string): Promise<boolean>
  /** Sends all jobs back; returns how many there were. */
  replayAll(): Promise<number>
}

/** Lists dead jobs and sends them back. Two operators who replay the same job at the same time send it once. */
export const openDeadLetters = (boss: PgBoss, db: Db): DeadLetters => ({
  queue: deadLetters,
  async list() {
    const jobs = await boss.findJobs<object>(deadLetters, { queued: true })
    return jobs.map(deadJobOf).sort((one, other) => +other.failedAt - +one.failedAt)
  },
  async replay(id) {
    const [job] = await boss.findJobs<object>(deadLetters, { id, queued: true })
    if (!job?.sourceName) return false
    return db.transaction(async (tx) => {
      const within = { db: fromDrizzle(tx as never, sql as never) }
      if (!affected(await boss.deleteJob(deadLetters, id, within))) return false
      await boss.send(job.sourceName!, job.data, within)
      return true
    })
  },
  async replayAll() {
    let all = 0
    for (let moved = -1; moved !== 0; all += moved) moved = await boss.redrive(deadLetters)
    return all
  },
})

type Found = Awaited<ReturnType<typeof PgBoss.prototype.findJobs<object>>>[number]

const deadJobOf = (job: Found): DeadJob => ({
  id: job.id,
  queue: job.sourceName ?? '',
  data: job.data,
  reason: String((job.output as { message?: unknown } | null)?.message ?? 'It took too long.'),
  tries: (job.sourceRetryCount ?? 0) + 1,
  queuedAt: job.sourceCreatedOn ?? job.createdOn,
  failedAt: job.createdOn,
})

const affected = (response: { affected?: number } | undefined): boolean => (response?.affected ?? 0) > 0
