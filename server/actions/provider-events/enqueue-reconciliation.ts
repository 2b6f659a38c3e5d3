import * as store from '../../db/operations/unsettled.ts'
import type { Deps } from '../../deps.ts'

const pageSize = 500

/** Every delivery takes less time than this. */
const deliveryMs = 60 * 60 * 1000

/**
 * Queues a comparison with the provider for every live subscription and for every overdue checkout and purchase
 * that we still believe open, another delivery of purchases that have not arrived, and the lifecycle job of
 * every ecosystem whose status may change with time alone. Each is a job of its own, so that a failure stops no
 * other.
 */
export const enqueueReconciliation = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now()
  await inPages(
    (after) => store.liveSubscriptions(deps.db, after, pageSize),
    (ids) =>
      deps.jobs.sendAll(
        deps.db,
        'sync-subscription',
        ids.map((subscription) => ({ subscription })),
      ),
  )
  await inPages(
    (after) => store.overdueCheckouts(deps.db, now, after, pageSize),
    (ids) =>
      deps.jobs.sendAll(
        deps.db,
        'sync-checkout',
        ids.map((checkout) => ({ checkout })),
      ),
  )
  await syncPurchases(deps, now)
  await inPages(
    (after) => store.timedEcosystems(deps.db, after, pageSize),
    (ids) =>
      deps.jobs.sendAll(
        deps.db,
        'run-lifecycle-job',
        ids.map((ecosystem) => ({ ecosystem })),
      ),
  )
  deps.jobs.wake()
}

const syncPurchases = async (deps: Deps, now: Date): Promise<void> => {
  const queue = (name: 'sync-purchase' | 'enqueue-encounter-credit') => (ids: string[]) =>
    deps.jobs.sendAll(
      deps.db,
      name,
      ids.map((purchase) => ({ purchase })),
    )
  await inPages((after) => store.overduePurchases(deps.db, now, after, pageSize), queue('sync-purchase'))
  const before = new Date(now.getTime() - deliveryMs)
  await inPages(
    (after) => store.undeliveredPurchases(deps.db, before, after, pageSize),
    queue('enqueue-encounter-credit'),
  )
}

const inPages = async (
  read: (after: string) => Promise<string[]>,
  use: (ids: string[]) => Promise<void>,
): Promise<void> => {
  for (let ids = await read(''); ids.length; ids = await read(ids.at(-1)!)) await use(ids)
}
