import type { PriceState } from '#contract/catalogue-sync'
import type { Currency, Interval } from '#contract/money'
import { packagesOf } from './packages.ts'
import type { PriceSpec } from './price-spec.ts'
import { checkoutPrices } from './prices.ts'
import type { CatalogueSnapshot, PlanVersionSnapshot } from './snapshot.ts'

/** A price as the provider lists it. */
export interface ListedPrice {
  id: string
  /** The key that it was created for; null: a person created it by hand. */
  key: string | null
  /** The lookup key that it has now. */
  lookupKey: string | null
  currency: string
  interval: string | null
  /** Minor units. */
  amount: number | null
  active: boolean
}

/** All prices that a plan version sells by subscription: the plan and its seats, in each currency and interval. */
export const pricesOf = (
  catalogue: Pick<CatalogueSnapshot, 'catalogue' | 'name'>,
  version: PlanVersionSnapshot,
): PriceSpec[] => {
  const offer = { ...catalogue, plans: [{ ...version, hidden: false, contactSales: false }] }
  const seats = version.parameters.find(({ id }) => id === 'licences')
  return version.prices.flatMap(({ currency, interval }) => {
    const choice = { plan: version.id, currency, interval }
    const steps = packagesOf(seats, choice).map(({ quantity }) => quantity)
    const [base] = checkoutPrices(offer, choice).prices
    return [base!, ...steps.map((licences) => checkoutPrices(offer, { ...choice, licences }).prices[1]!)]
  })
}

/** Whether a price of the provider is the same as ours, even without its lookup key. */
export const isPrice = (
  listed: ListedPrice,
  price: Pick<PriceSpec, 'key' | 'amount' | 'currency' | 'interval'>,
) =>
  listed.key === price.key &&
  listed.amount === price.amount &&
  listed.currency.toUpperCase() === price.currency &&
  listed.interval === price.interval

/** The provider's price to keep for ours: the one that has the lookup key, or else an active one. */
export const keptFor = (price: PriceSpec, listed: ListedPrice[]): ListedPrice | undefined => {
  const same = listed.filter((one) => isPrice(one, price))
  return same.find(({ lookupKey }) => lookupKey === price.key) ?? same.find(({ active }) => active) ?? same[0]
}

/** The sync state of one of our prices at the provider. */
export const stateOf = (
  price: PriceSpec,
  listed: ListedPrice[],
): { state: PriceState; kept: ListedPrice | null; found: number | null } => {
  const kept = keptFor(price, listed) ?? null
  const holder = listed.find(({ lookupKey }) => lookupKey === price.key) ?? null
  const found = holder && holder !== kept ? holder.amount : null
  if (!kept) return { state: holder ? 'other-amount' : 'missing', kept: null, found }
  if (kept.lookupKey !== price.key) return { state: 'lost-key', kept, found }
  return { state: kept.active ? 'in-sync' : 'archived', kept, found: null }
}

/**
 * Active prices at the provider that are not needed: replaced amounts, and versions that are neither sold nor
 * used.
 */
export const stalePrices = (kept: Set<string>, listed: ListedPrice[]): ListedPrice[] =>
  listed.filter(({ id, key, active }) => active && key !== null && !kept.has(id))

/** The parts of a key: `waizant/plus/1/USD/month/licences/10`; null: it is not one of ours. */
export const readKey = (key: string) => {
  const [catalogue, plan, version, currency, interval, parameter, quantity] = key.split('/')
  if (!catalogue || !plan || !version || !currency || !interval) return null
  return {
    catalogue,
    plan,
    version: Number(version),
    currency: currency as Currency,
    interval: interval as Interval,
    package: parameter && quantity ? { parameter, quantity: Number(quantity) } : null,
  }
}
