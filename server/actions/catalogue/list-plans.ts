import { createHash } from 'node:crypto'
import type { Locale } from '#contract/locale'
import type { Currency } from '#contract/money'
import { BillingError } from '../../base/billing-error.ts'
import { planList } from '../../billing/catalogue/plan-list.ts'
import { offerOf } from '../../db/catalogue/snapshots.ts'
import type { Deps } from '../../deps.ts'

/** The answer of `GET …/plans` with its strong validator, ready to send. */
export interface PlansAnswer {
  body: string
  etag: string
}

/**
 * What a catalogue offers now, in one language and currency (the catalogue's first currency when it does not
 * have the requested one; an unknown catalogue is a `BillingError`).
 */
export const listPlans = async (
  deps: Deps,
  query: { catalogue: string; currency?: Currency | undefined; locale: Locale },
): Promise<PlansAnswer> => {
  const offer = await offerOf(deps.db, query.catalogue, deps.clock.now())
  if (!offer) throw new BillingError('unknown-catalogue', { catalogue: query.catalogue })
  const currency =
    query.currency && offer.currencies.includes(query.currency) ? query.currency : offer.currencies[0]!
  const body = JSON.stringify(planList(offer, currency, query.locale))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  return { body, etag }
}
