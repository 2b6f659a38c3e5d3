import type { DeadJobList } from '#contract/dead-job'
import type { Deps } from '../../deps.ts'

const atMost = 200

/** The jobs that failed every retry, newest first. */
export const listDeadJobs = async (deps: Deps): Promise<DeadJobList> => {
  const dead = await deps.jobs.dead.list()
  const jobs = dead.slice(0, atMost).map((job) => ({
    ...job,
    data: { ...job.data },
    queuedAt: job.queuedAt.toISOString(),
    failedAt: job.failedAt.toISOString(),
  }))
  return { jobs, total: dead.length }
}
