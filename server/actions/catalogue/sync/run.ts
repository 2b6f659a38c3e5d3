import type { Locale } from '#contract/locale'
import { BillingError } from '../../../base/billing-error.ts'
import { newId } from '../../../base/id.ts'
import { stalePrices } from '../../../billing/catalogue/listed-prices.ts'
import {
  dropSync,
  finishSync,
  rememberPrice,
  type SyncRef,
  type SyncRow,
  takeSync,
} from '../../../db/catalogue/syncs.ts'
import type { Deps } from '../../../deps.ts'
import type { CatalogueProvider, Environment } from '../../../payments/catalogue-port.ts'
import { syncProblem } from '../../../words/catalogue-sync.ts'
import { accountProblem } from './check-account.ts'
import { type DesiredProduct, desiredCatalogue } from './desired-state.ts'

/** Longer than one product takes: a worker that holds the sync for longer has crashed. */
const busyMs = 60_000

/** An environment with keys; one without is a `BillingError('not-found')`. */
export const environmentOf = ({ environments }: Deps, name: SyncRef['environment']) => {
  const found = environments.all.find((one) => one.name === name)
  if (!found?.provider) throw new BillingError('not-found')
  return { ...found, provider: found.provider }
}

/**
 * Brings a provider environment in line with the store: creates missing prices, moves each key to its price,
 * then deactivates the price that had the key before. It may stop anywhere and be run again. False: another
 * worker runs this sync and also handles what was requested until it ends. An account that is not the expected
 * one is a `BillingError('sync-refused')`, and nothing is written to it.
 */
export const syncCatalogue = async (deps: Deps, ref: SyncRef, locale: Locale = 'es-MX'): Promise<boolean> => {
  const environment = environmentOf(deps, ref.environment)
  const holder = newId('sync')
  const take = () => {
    const now = deps.clock.now()
    return takeSync(deps.db, ref, { holder, now, until: new Date(now.getTime() + busyMs) })
  }
  let taken = await take()
  if (!taken) return false
  try {
    const account = await rightAccount(environment, taken, locale)
    for (let isDone = false; !isDone; ) {
      const { wanted } = taken
      for (const product of (await desiredCatalogue(deps, ref.catalogue)).products) {
        await syncProduct(deps, ref, { account, provider: environment.provider }, product)
        taken = await take()
        if (!taken) return false
      }
      isDone = await finishSync(deps.db, ref, holder, { account, heard: wanted, syncedAt: deps.clock.now() })
    }
    return true
  } catch (error) {
    await dropSync(deps.db, ref, holder)
    throw error
  }
}

const rightAccount = async (
  environment: Environment & { provider: CatalogueProvider },
  last: SyncRow,
  locale: Locale,
): Promise<string> => {
  const account = await environment.provider.account()
  const problem = accountProblem(environment, account, last)
  if (problem) throw new BillingError('sync-refused', { reason: syncProblem(problem, locale) })
  return account.id
}

const syncProduct = async (
  deps: Deps,
  { catalogue, environment }: SyncRef,
  { account, provider }: { account: string; provider: CatalogueProvider },
  { key, name, prices }: DesiredProduct,
): Promise<void> => {
  if (prices.length) await provider.ensureProduct({ key, name })
  const listed = await provider.prices(key)
  const kept = new Set<string>()
  for (const price of prices) {
    const providerId = await provider.ensurePrice(price, listed)
    kept.add(providerId)
    const made = { key: price.key, catalogue, amount: price.amount, providerId }
    await rememberPrice(deps.db, { environment, account }, made, deps.clock.now())
  }
  for (const { id } of stalePrices(kept, listed)) await provider.archive(id)
}

/** Runs the sync as a job. It does not retry a refused account: that needs a change of the settings. */
export const syncInBackground = async (deps: Deps, ref: SyncRef): Promise<void> => {
  try {
    await syncCatalogue(deps, ref)
  } catch (error) {
    if (!(error instanceof BillingError) || error.code !== 'sync-refused') throw error
    deps.log.error({ err: error, ...ref }, 'catalogue sync failed')
  }
}
