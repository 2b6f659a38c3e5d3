import type { CatalogueSync, EnvironmentName } from '#contract/catalogue-sync'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../../base/billing-error.ts'
import { catalogueNames } from '../../../db/catalogue/plan-versions.ts'
import { requestSync } from '../../../db/catalogue/syncs.ts'
import { writeAudit } from '../../../db/operations/audit.ts'
import type { Deps } from '../../../deps.ts'
import { readSync } from './read.ts'
import { environmentOf, syncCatalogue } from './run.ts'

/** A sync that is running already gets ten seconds to end. */
const patience = { tries: 50, everyMs: 200 }

/** Syncs an environment now (by default the one that sells) and returns the sync status of all environments. */
export const forceCatalogueSync = async (
  deps: Deps,
  request: { catalogue: string; environment?: EnvironmentName | undefined },
  { actor, locale }: { actor: string; locale: Locale },
): Promise<CatalogueSync> => {
  const { catalogue, environment = deps.environments.own } = request
  const known = await catalogueNames(deps.db)
  if (!known.some(({ id }) => id === catalogue)) throw new BillingError('unknown-catalogue', { catalogue })
  environmentOf(deps, environment)
  const at = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    await requestSync(tx, { catalogue, environment })
    const subject = `sync/${catalogue}/${environment}`
    await writeAudit(tx, { at, actor, action: 'repair-sync', subject })
  })
  for (let tries = 0; !(await syncCatalogue(deps, { catalogue, environment }, locale)); tries++) {
    if (tries >= patience.tries) throw new BillingError('request-in-progress')
    await new Promise((resolve) => setTimeout(resolve, patience.everyMs))
  }
  return readSync(deps, catalogue, locale)
}
