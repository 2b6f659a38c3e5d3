import type Stripe from 'stripe'
import type { PriceToSell } from '../../billing/price-to-sell.ts'

/**
 * Finds or makes the provider's prices of what is sold. A price never changes once made, so its id
 * may be remembered for as long as the process lives.
 */
export const stripePrices = (stripe: Stripe) => {
  const known = new Map<string, string>()

  const find = async (price: PriceToSell) => {
    const { data } = await stripe.prices.list({ lookup_keys: [price.key], active: true, limit: 1 })
    const [found] = data
    if (found && found.unit_amount === price.amount) return found.id
    return null
  }

  const make = async (price: PriceToSell) => {
    const product = await ensureProduct(stripe, price)
    const made = await stripe.prices.create(
      {
        product,
        currency: price.currency.toLowerCase(),
        unit_amount: price.amount,
        recurring: { interval: price.interval },
        tax_behavior: 'exclusive',
        lookup_key: price.key,
        transfer_lookup_key: true,
        metadata: { key: price.key },
      },
      { idempotencyKey: `price/${price.key}/${price.amount}` },
    )
    return made.id
  }

  return async (price: PriceToSell): Promise<string> => {
    const memory = `${price.key}=${price.amount}`
    const id = known.get(memory) ?? (await find(price)) ?? (await make(price))
    known.set(memory, id)
    return id
  }
}

export type PriceOf = ReturnType<typeof stripePrices>

const keysOf = new WeakMap<Stripe, Map<string, string | null>>()

/** The key under which a price was sold, by the provider's id of it. A price never changes: asked once is enough. */
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

/** One product for each plan (and for its seats); its id is ours, so making it twice is refused. */
const ensureProduct = async (stripe: Stripe, { product }: PriceToSell): Promise<string> => {
  const id = `waizant_${product.key.replaceAll('/', '_')}`
  try {
    await stripe.products.create({ id, name: product.name, metadata: { key: product.key } })
  } catch (error) {
    if ((error as Stripe.errors.StripeError).code !== 'resource_already_exists') throw error
  }
  return id
}
