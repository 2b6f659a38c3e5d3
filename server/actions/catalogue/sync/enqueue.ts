import { catalogueNames } from '../../../db/catalogue/plan-versions.ts'
import { requestSync } from '../../../db/catalogue/syncs.ts'
import type { Db } from '../../../db/connection/open.ts'
import type { Deps } from '../../../deps.ts'

/** Queues a sync of a catalogue's changes to the environment that sells, once the transaction has committed. */
export const enqueueCatalogueSync = async (deps: Deps, tx: Db, catalogue: string): Promise<void> => {
  const environment = deps.environments.own
  await requestSync(tx, { catalogue, environment })
  await deps.jobs.send(tx, 'sync-catalogue', { catalogue, environment })
}

/** The same for every catalogue. */
export const enqueueAllCatalogueSyncs = async (deps: Deps): Promise<void> => {
  await deps.db.transaction(async (tx) => {
    for (const { id } of await catalogueNames(tx)) await enqueueCatalogueSync(deps, tx, id)
  })
  deps.jobs.wake()
}
