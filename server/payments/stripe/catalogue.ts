import type Stripe from 'stripe'
import type { CatalogueProvider } from '../catalogue-port.ts'
import { type StripeSettings, stripeClient } from './client.ts'
import { mapProviderErrors } from './map-provider-errors.ts'
import { nullIfMissing } from './null-if-missing.ts'
import { ensurePrice, pricesOfProduct, productId } from './prices.ts'

/** A catalogue in one Stripe account. */
export const stripeCatalogue = (
  settings: Pick<StripeSettings, 'secretKey' | 'apiUrl'>,
): CatalogueProvider => {
  const stripe = stripeClient({ ...settings, webhookSecrets: [] })
  return {
    account: () => mapProviderErrors(readAccount(stripe)),
    product: (key) => mapProviderErrors(readProduct(stripe, key)),
    ensureProduct: (product) => mapProviderErrors(ensureProduct(stripe, product)),
    prices: (product) => mapProviderErrors(readPrices(stripe, product)),
    ensurePrice: (price, listed) => mapProviderErrors(ensurePrice(stripe, price, listed)),
    archive: (price) => mapProviderErrors(stripe.prices.update(price, { active: false }).then(() => {})),
  }
}

/** The account object does not say whether its money is real; its balance does. */
const readAccount = async (stripe: Stripe) => {
  const [{ id }, { livemode }] = await Promise.all([
    stripe.accounts.retrieveCurrent(),
    stripe.balance.retrieve(),
  ])
  return { id, livemode }
}

const readProduct = async (stripe: Stripe, key: string) => {
  const found = await nullIfMissing(stripe.products.retrieve(productId(key)))
  return found && { id: found.id, name: found.name, active: found.active }
}

const readPrices = async (stripe: Stripe, key: string) =>
  (await nullIfMissing(pricesOfProduct(stripe, key))) ?? []

const ensureProduct = async (stripe: Stripe, { key, name }: { key: string; name: string }) => {
  const found = await readProduct(stripe, key)
  if (!found) await stripe.products.create({ id: productId(key), name, metadata: { key } })
  else if (found.name !== name || !found.active)
    await stripe.products.update(found.id, { name, active: true })
}
