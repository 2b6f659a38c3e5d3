import type Stripe from 'stripe'
import type { CatalogueProvider } from '../catalogue-port.ts'
import { type StripeSettings, stripeClient } from './client.ts'
import { ensurePrice, pricesOfProduct, productId } from './prices.ts'
import { reached } from './reached.ts'
import { whereFound } from './where-found.ts'

/** A catalogue in one Stripe account. */
export const stripeCatalogue = (
  settings: Pick<StripeSettings, 'secretKey' | 'apiUrl'>,
): CatalogueProvider => {
  const stripe = stripeClient({ ...settings, webhookSecrets: [] })
  return {
    account: () => reached(readAccount(stripe)),
    product: (key) => reached(readProduct(stripe, key)),
    ensureProduct: (product) => reached(ensureProduct(stripe, product)),
    prices: (product) => reached(readPrices(stripe, product)),
    ensurePrice: (price, listed) => reached(ensurePrice(stripe, price, listed)),
    archive: (price) => reached(stripe.prices.update(price, { active: false }).then(() => {})),
  }
}

/** The account itself does not say whether its money is real; its balance does. */
const readAccount = async (stripe: Stripe) => {
  const [{ id }, { livemode }] = await Promise.all([
    stripe.accounts.retrieveCurrent(),
    stripe.balance.retrieve(),
  ])
  return { id, livemode }
}

const readProduct = async (stripe: Stripe, key: string) => {
  const found = await whereFound(stripe.products.retrieve(productId(key)))
  return found && { id: found.id, name: found.name, active: found.active }
}

const readPrices = async (stripe: Stripe, key: string) =>
  (await whereFound(pricesOfProduct(stripe, key))) ?? []

const ensureProduct = async (stripe: Stripe, { key, name }: { key: string; name: string }) => {
  const found = await readProduct(stripe, key)
  if (!found) await stripe.products.create({ id: productId(key), name, metadata: { key } })
  else if (found.name !== name || !found.active)
    await stripe.products.update(found.id, { name, active: true })
}
