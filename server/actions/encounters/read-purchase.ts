import type { EncounterPurchase } from '#contract/encounters'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../base/billing-error.ts'
import { formatMoney } from '../../billing/money/format.ts'
import { mayCheckPurchase, type Purchase, purchaseById } from '../../db/encounters/purchases.ts'
import type { Deps } from '../../deps.ts'
import { declineOf } from '../../words/declines.ts'
import { syncPurchase } from './sync-purchase.ts'

const askEveryMs = 3_000

/**
 * The status of an ecosystem's purchase. A person is waiting for it, so an unchanged status is checked at the
 * provider too: a lost webhook delays no one.
 */
export const readPurchase = async (
  deps: Deps,
  { ecosystem, id, locale }: { ecosystem: string; id: string; locale: Locale },
): Promise<EncounterPurchase> => {
  const known = await purchaseById(deps.db, id)
  if (known?.ecosystem !== ecosystem) throw new BillingError('not-found')
  if (await isWorthAsking(deps, known))
    await syncPurchase(deps, id).catch((error) =>
      deps.log.warn({ err: error, purchase: id }, 'could not read the purchase from the provider'),
    )
  const { status, quantity, total, currency, failure } = (await purchaseById(deps.db, id)) ?? known
  return {
    id,
    status,
    quantity,
    total: formatMoney(total, currency, locale),
    ...(failure && { failure: declineOf(failure, locale) }),
  }
}

const isWorthAsking = async (deps: Deps, { id, status, providerId }: Purchase) =>
  (status === 'open' || status === 'pending') &&
  providerId !== null &&
  mayCheckPurchase(deps.db, id, deps.clock.now(), askEveryMs)
