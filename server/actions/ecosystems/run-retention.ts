import type { KeptEcosystem, RetentionRun } from '#contract/retention'
import { writeAudit } from '../../db/operations/audit.ts'
import type { Deps } from '../../deps.ts'
import { listRetention } from './list-retention.ts'

/**
 * Does at once what the retention jobs do by themselves: announces deletions and deletes what is due. A dry run
 * returns the same report and does nothing.
 */
export const runRetention = async (
  deps: Deps,
  { dryRun, actor }: { dryRun: boolean; actor: string },
): Promise<RetentionRun> => {
  const kept = await listRetention(deps)
  const dueTo = (what: KeptEcosystem['due']) =>
    kept.filter(({ due }) => due === what).map(({ ecosystem }) => ecosystem)
  const run = { dryRun, announced: dueTo('announce'), deleted: dueTo('delete') }
  if (!dryRun) await carryOut(deps, run, actor)
  return run
}

const carryOut = async (deps: Deps, { announced, deleted }: RetentionRun, actor: string): Promise<void> => {
  const { db, jobs, clock } = deps
  await db.transaction(async (tx) => {
    await jobs.sendAll(
      tx,
      'run-lifecycle-job',
      announced.map((ecosystem) => ({ ecosystem })),
    )
    await jobs.sendAll(
      tx,
      'delete-ecosystem',
      deleted.map((ecosystem) => ({ ecosystem, actor })),
    )
    const after = { announced, deleted }
    await writeAudit(tx, {
      at: clock.now(),
      actor,
      action: 'run-retention',
      subject: 'retention',
      after,
    })
  })
  jobs.wake()
}
