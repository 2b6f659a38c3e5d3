import type { Replayed } from '#contract/dead-job'
import { BillingError } from '../../base/billing-error.ts'
import { writeAudit } from '../../db/operations/audit.ts'
import type { Deps } from '../../deps.ts'

/** Sends a dead job back to its queue; one that is not dead is a `BillingError('not-found')`. */
export const replayDeadJob = async (deps: Deps, id: string, actor: string): Promise<Replayed> => {
  if (!(await deps.jobs.dead.replay(id))) throw new BillingError('not-found')
  return note(deps, actor, id, 1)
}

/** Sends every dead job back to its queue. */
export const replayDeadJobs = async (deps: Deps, actor: string): Promise<Replayed> =>
  note(deps, actor, 'all', await deps.jobs.dead.replayAll())

const note = async (deps: Deps, actor: string, subject: string, replayed: number): Promise<Replayed> => {
  await writeAudit(deps.db, {
    at: deps.clock.now(),
    actor,
    action: 'replay-dead-jobs',
    subject: `jobs/${subject}`,
    after: { replayed },
  })
  deps.jobs.wake()
  return { replayed }
}
