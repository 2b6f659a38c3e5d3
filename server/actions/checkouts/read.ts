import type { Checkout } from '#contract/checkout'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../base/billing-error.ts'
import { offeredVersion } from '../../db/catalogue/snapshots.ts'
import { type CheckoutRow, checkoutById, mayCheck } from '../../db/checkouts/checkouts.ts'
import type { Deps } from '../../deps.ts'
import { syncCheckout } from './sync.ts'

const askEveryMs = 3_000

/**
 * The status of a checkout. A person is waiting for it, so an unchanged status is checked at the provider too:
 * a lost webhook delays no one.
 */
export const readCheckout = async (deps: Deps, id: string, locale: Locale): Promise<Checkout> => {
  const known = await checkoutById(deps.db, id)
  if (!known) throw new BillingError('not-found')
  if (await isWorthAsking(deps, known))
    await syncCheckout(deps, id).catch((error) =>
      deps.log.warn({ err: error, checkout: id }, 'could not read the checkout from the provider'),
    )
  const row = (await checkoutById(deps.db, id)) ?? known
  const plan = (await offeredVersion(deps.db, row.version))!
  return {
    id,
    status: row.status,
    catalogue: row.catalogue,
    plan: plan.id,
    planName: plan.name[locale],
    ...(row.status === 'complete' && row.ecosystem && { ecosystem: row.ecosystem }),
  }
}

const isWorthAsking = async (deps: Deps, row: CheckoutRow) =>
  (row.status === 'open' || row.status === 'pending') &&
  row.providerId !== null &&
  mayCheck(deps.db, row.id, deps.clock.now(), askEveryMs)
