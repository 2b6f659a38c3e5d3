import * as z from 'zod/mini'

/** A job that failed every retry and waits for an operator. */
export const DeadJob = z.object({
  id: z.uuid(),
  /** What it was to do. */
  queue: z.string(),
  /** To what: ids, as the queue has them. */
  data: z.record(z.string(), z.unknown()),
  /** Why the last try failed. */
  reason: z.string(),
  tries: z.int(),
  queuedAt: z.iso.datetime(),
  failedAt: z.iso.datetime(),
})
export type DeadJob = z.infer<typeof DeadJob>

/** The newest of them, and how many there are in all. */
export const DeadJobList = z.object({ jobs: z.array(DeadJob), total: z.int() })
export type DeadJobList = z.infer<typeof DeadJobList>

/** How many went back to their queues. */
export const Replayed = z.object({ replayed: z.int() })
export type Replayed = z.infer<typeof Replayed>
