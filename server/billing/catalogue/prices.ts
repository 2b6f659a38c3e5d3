import type { Currency, Interval } from '#contract/money'
import { BillingError } from '../../base/billing-error.ts'
import { packagesOf, reachedBy } from './packages.ts'
import type { PriceSpec } from './price-spec.ts'
import type { CatalogueSnapshot, PlanVersionSnapshot } from './snapshot.ts'

/** A buyer's choice. It has no amounts: those come from the catalogue. */
export interface Choice {
  plan: string
  interval: Interval
  currency: Currency
  licences?: number | undefined
}

/** The prices of a choice as the provider gets them; a choice that is not for sale is a `BillingError`. */
export const checkoutPrices = (
  offer: Pick<CatalogueSnapshot, 'catalogue' | 'name' | 'plans'>,
  choice: Choice,
): { plan: PlanVersionSnapshot; prices: PriceSpec[] } => {
  const plan = offer.plans.find(({ id }) => id === choice.plan)
  const price = plan?.prices.find(
    ({ currency, interval }) => currency === choice.currency && interval === choice.interval,
  )
  if (!plan || !price || plan.hidden || plan.contactSales) throw new BillingError('plan-not-for-sale')
  const base: PriceSpec = {
    key: `${plan.versionId}/${choice.currency}/${choice.interval}`,
    product: { key: `${offer.catalogue}/${plan.id}`, name: `${offer.name['es-MX']} ${plan.name['es-MX']}` },
    amount: price.amount,
    currency: choice.currency,
    interval: choice.interval,
    quantity: 1,
  }
  return { plan, prices: choice.licences ? [base, seatsPrice(offer, plan, base, choice.licences)] : [base] }
}

/** All seats have the unit price of the largest package that their number reaches. */
const seatsPrice = (
  offer: Pick<CatalogueSnapshot, 'catalogue'>,
  plan: PlanVersionSnapshot,
  base: PriceSpec,
  seats: number,
): PriceSpec => {
  const parameter = plan.parameters.find(({ id }) => id === 'licences')
  const reached = reachedBy(seats, packagesOf(parameter, base))
  if (!parameter || !reached) throw new BillingError('licences-not-for-sale')
  return {
    ...base,
    key: `${base.key}/licences/${reached.quantity}`,
    product: {
      key: `${offer.catalogue}/${plan.id}/licences`,
      name: `${base.product.name} · ${parameter.name['es-MX']}`,
    },
    amount: reached.unit,
    quantity: seats,
  }
}

/** Whether a key is that of a plan's price, and not of its seats or of a price that is sold elsewhere. */
export const isPlan = (key: string): boolean => /^[^/]+\/[^/]+\/\d+\/[A-Z]{3}\/(month|year)$/.test(key)

/** Whether a key is that of a plan's seats. */
export const isSeats = (key: string): boolean => parsePriceKey(key).parameter === 'licences'

/** What a price's key says was sold, as in `waizant/plus/1/USD/month/licences/10`. */
export const parsePriceKey = (
  key: string,
): { versionId: string; interval: Interval; parameter: string | null } => {
  const [catalogue, plan, version, , interval, parameter] = key.split('/')
  return {
    versionId: `${catalogue}/${plan}/${version}`,
    interval: interval === 'year' ? 'year' : 'month',
    parameter: parameter ?? null,
  }
}
