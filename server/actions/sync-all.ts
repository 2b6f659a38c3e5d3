import * as store from '../db/unsettled.ts'
import type { Deps } from '../deps.ts'

const pageSize = 500

/**
 * Queues a comparison with the provider for every live subscription and for every checkout whose time is over
 * while we still believe it open: each a job of its own, so that one that fails stops no other.
 */
export const syncAll = async (deps: Deps): Promise<void> => {
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
  deps.jobs.wake()
}

const inPages = async (
  read: (after: string) => Promise<string[]>,
  use: (ids: string[]) => Promise<void>,
): Promise<void> => {
  for (let ids = await read(''); ids.length; ids = await read(ids.at(-1)!)) await use(ids)
}
