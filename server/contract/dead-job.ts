import * as z from 'zod/mini'

/** A job that failed every retry and waits for an operator. */
export const DeadJob = z.object({
  id: z.uuid(),
  /** The queue, which says what the job does. */
  queue: z.string(),
  /** The job's data: ids. */
  data: z.record(z.string(), z.unknown()),
  /** Why the last try failed. */
  reason: z.string(),
  tries: z.int(),
  queuedAt: z.iso.datetime(),
  failedAt: z.iso.datetime(),
})
export type DeadJob = z.infer<typeof DeadJob>

/** The newest dead jobs, and the total number. */
export const DeadJobList = z.object({ jobs: z.array(DeadJob), total: z.int() })
export type DeadJobList = z.infer<typeof DeadJobList>

/** How many jobs were sent back to their queues. */
export const Replayed = z.object({ replayed: z.int() })
export type Replayed = z.infer<typeof Replayed>
