import { nextLifecycleEvent } from '../../billing/ecosystems/next-lifecycle-event.ts'
import { policyOf } from '../../db/catalogue/policies.ts'
import type { Db } from '../../db/connection/open.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'

/** Schedules an ecosystem's next lifecycle job, from the state that the caller's transaction leaves. */
export const scheduleLifecycleJob = async (deps: Deps, tx: Db, id: string): Promise<void> => {
  const ecosystem = (await ecosystemById(tx, id))!
  const now = deps.clock.now()
  const next = ecosystem.deletionRequestedAt
    ? null
    : nextLifecycleEvent(
        { ...ecosystem, endedAt: await endOf(tx, ecosystem) },
        await policyOf(tx, ecosystem.catalogue),
        now,
      )
  if (next) await deps.scheduler.at(tx, 'run-lifecycle-job', id, next, { ecosystem: id })
  else await deps.scheduler.cancel(tx, 'run-lifecycle-job', id)
}

/** When the last subscription of an ecosystem ended; null: it has not ended, or there was none. */
export const endOf = async (
  db: Db,
  { id, status }: Pick<Ecosystem, 'id' | 'status'>,
): Promise<Date | null> => {
  if (status !== 'canceled') return null
  const subscription = await subscriptionOf(db, id)
  return subscription && (subscription.cancelAt ?? subscription.periodEnd)
}
