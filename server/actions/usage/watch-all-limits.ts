import { activeEcosystems } from '../../db/ecosystems/active.ts'
import type { Deps } from '../../deps.ts'

const pageSize = 500

/**
 * Queues a check of the limits of every paying ecosystem. Each is a job of its own, so that a failure stops no
 * other.
 */
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
