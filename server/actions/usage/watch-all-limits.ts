import { activeEcosystems } from '../../db/ecosystems/active.ts'
import type { Deps } from '../../deps.ts'

const pageSize = 500

/** Queues a look at the limits of every ecosystem that pays: each a job of its own, so that one that fails stops no other. */
export const watchAllLimits = async (deps: Deps): Promise<void> => {
  const page = (after: string) => activeEcosystems(deps.db, after, pageSize)
  for (let ids = await page(''); ids.length; ids = await page(ids.at(-1)!))
    await deps.jobs.sendAll(
      deps.db,
      'watch-limits',
      ids.map((ecosystem) => ({ ecosystem })),
    )
  deps.jobs.wake()
}
