import { pricesOf } from '../../../billing/catalogue/listed-prices.ts'
import type { PriceSpec } from '../../../billing/catalogue/price-spec.ts'
import { versionsInUse } from '../../../db/catalogue/plan-versions.ts'
import { offeredVersions } from '../../../db/catalogue/snapshots.ts'
import type { Deps } from '../../../deps.ts'
import { missingFor, plansOf, statusIn } from '../plan-state.ts'

/** What a provider environment should hold of a catalogue. */
export interface DesiredCatalogue {
  catalogue: string
  products: DesiredProduct[]
}

export interface DesiredProduct {
  key: string
  name: string
  plan: string
  /**
   * Prices that should be active, each under its own key; every other price of ours on the product is inactive.
   */
  prices: PriceSpec[]
}

/**
 * The prices that the store needs now: those of complete versions that may still be sold, and those of versions
 * with subscribers, who may add seats.
 */
export const desiredCatalogue = async (deps: Deps, catalogue: string): Promise<DesiredCatalogue> => {
  const now = deps.clock.now()
  const { vocabulary, plans } = await plansOf(deps.db, catalogue, now)
  const ids = plans.flatMap(({ versions }) => versions.map(({ row }) => row.id))
  const inUse = await versionsInUse(deps.db, ids, now)
  const offered = await offeredVersions(deps.db, ids)
  const products = plans.flatMap((state): DesiredProduct[] => {
    const needed = state.versions.filter((version) => {
      if (inUse.has(version.row.id)) return true
      const isPast = ['superseded', 'ended'].includes(statusIn(state, version, now))
      return !isPast && missingFor(state, version.content).length === 0
    })
    const prices = needed.flatMap(({ row }) =>
      pricesOf({ catalogue, name: vocabulary.name }, offered.find(({ versionId }) => versionId === row.id)!),
    )
    const current = state.versions.find(({ row }) => row.published) ?? state.versions[0]
    const name = `${vocabulary.name['es-MX']} ${current?.content.name['es-MX'] ?? state.plan.id}`
    const seats = vocabulary.parameters.find(({ id }) => id === 'licences')
    const product = (key: string, name: string) => ({
      key,
      name,
      plan: state.plan.id,
      // A product has one name, even when its versions have different ones.
      prices: prices
        .filter((one) => one.product.key === key)
        .map((one) => ({ ...one, product: { key, name } })),
    })
    const key = `${catalogue}/${state.plan.id}`
    return [
      product(key, name),
      ...(seats ? [product(`${key}/licences`, `${name} · ${seats.name['es-MX']}`)] : []),
    ]
  })
  return { catalogue, products }
}
