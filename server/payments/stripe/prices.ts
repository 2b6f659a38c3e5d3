import type Stripe from 'stripe'
import { isPrice, keptFor, type ListedPrice } from '../../billing/catalogue/listed-prices.ts'
import type { PriceSpec } from '../../billing/catalogue/price-spec.ts'

/** The provider's id of a price to sell. */
export type PriceOf = (price: PriceSpec) => Promise<string>

/**
 * The provider's ids of the prices that are sold. A price never changes after its creation, so its id is cached
 * while the process runs; `afresh` checks that it is still active, and activates it if it is not.
 */
export const stripePrices = (stripe: Stripe): PriceOf & { afresh: PriceOf } => {
  const known = new Map<string, string>()

  const find = async (price: PriceSpec) => {
    const { data } = await stripe.prices.list({ lookup_keys: [price.key], active: true, limit: 1 })
    const [found] = data
    if (found && isPrice(listed(found), price)) return found.id
    return null
  }

  const make = async (price: PriceSpec) => {
    await ensureProduct(stripe, price.product)
    return ensurePrice(stripe, price, await pricesOfProduct(stripe, price.product.key))
  }

  const memoryOf = ({ key, amount }: PriceSpec) => `${key}=${amount}`

  const afresh = async (price: PriceSpec): Promise<string> => {
    const id = (await find(price)) ?? (await make(price))
    known.set(memoryOf(price), id)
    return id
  }

  const priceOf: PriceOf = async (price) => known.get(memoryOf(price)) ?? afresh(price)
  return Object.assign(priceOf, { afresh })
}

/**
 * Finds, repairs or creates a price among those of its product: it is active, and its lookup key leads to it
 * alone. Subscribers of the price that had the key before keep it. A run that crashed and is repeated, and runs
 * at the same time, end with the same price.
 */
export const ensurePrice = async (stripe: Stripe, price: PriceSpec, all: ListedPrice[]): Promise<string> => {
  const kept = keptFor(price, all)
  const key = { lookup_key: price.key, transfer_lookup_key: true }
  if (kept) {
    if (kept.active && kept.lookupKey === price.key) return kept.id
    return (await stripe.prices.update(kept.id, { active: true, ...key })).id
  }
  const before = all.filter((one) => one.key === price.key).length
  const made = await stripe.prices.create(
    {
      product: productId(price.product.key),
      currency: price.currency.toLowerCase(),
      unit_amount: price.amount,
      recurring: { interval: price.interval },
      tax_behavior: 'exclusive',
      ...key,
      metadata: { key: price.key },
    },
    { idempotencyKey: `price/${price.key}/${price.amount}/${before}` },
  )
  return made.id
}

/** Every price of a product, active or not. */
export const pricesOfProduct = async (stripe: Stripe, key: string): Promise<ListedPrice[]> => {
  const prices: ListedPrice[] = []
  for await (const price of stripe.prices.list({ product: productId(key), limit: 100 }))
    prices.push(listed(price))
  return prices
}

const listed = (price: Stripe.Price): ListedPrice => ({
  id: price.id,
  key: price.metadata.key ?? null,
  lookupKey: price.lookup_key,
  currency: price.currency,
  interval: price.recurring?.interval ?? null,
  amount: price.unit_amount,
  active: price.active,
})

const keysOf = new WeakMap<Stripe, Map<string, string | null>>()

/** The key under which a price was sold, by the provider's id of it. It is cached, because a price never changes. */
export const priceKeys = (stripe: Stripe) => {
  const known = keysOf.get(stripe) ?? new Map<string, string | null>()
  keysOf.set(stripe, known)
  return async (price: string | { id: string } | undefined): Promise<string | null> => {
    if (!price) return null
    const id = typeof price === 'string' ? price : price.id
    const remembered = known.get(id)
    if (remembered !== undefined) return remembered
    const key = (await stripe.prices.retrieve(id)).metadata.key ?? null
    known.set(id, key)
    return key
  }
}

/** One product for each plan (and one for its seats), under an id of ours. */
export const productId = (key: string) => `waizant_${key.replaceAll('/', '_')}`

/** The id is ours, so the provider refuses to create it twice. */
const ensureProduct = async (stripe: Stripe, { key, name }: PriceSpec['product']): Promise<void> => {
  try {
    await stripe.products.create({ id: productId(key), name, metadata: { key } })
  } catch (error) {
    if ((error as Stripe.errors.StripeError).code !== 'resource_already_exists') throw error
  }
}
