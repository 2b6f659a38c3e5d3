import type { EnvironmentName } from '#contract/catalogue-sync'
import type { ListedPrice } from '../billing/catalogue/listed-prices.ts'
import type { PriceSpec } from '../billing/catalogue/price-spec.ts'

/** What a catalogue is told to, and read from: one account of the provider. */
export interface CatalogueProvider {
  /** Whose keys these are, and whether they move real money. */
  account(): Promise<{ id: string; livemode: boolean }>
  product(key: string): Promise<{ id: string; name: string; active: boolean } | null>
  /** Makes a product, or gives it this name and switches it on. */
  ensureProduct(product: { key: string; name: string }): Promise<void>
  /** Every price of a product, on or off. */
  prices(product: string): Promise<ListedPrice[]>
  /** Finds among the product's prices, repairs or makes one; its key leads to it alone from then on. */
  ensurePrice(price: PriceSpec, listed: ListedPrice[]): Promise<string>
  /** Takes a price from sale; who has it keeps it. */
  archive(price: string): Promise<void>
}

/** A place to sell from; without keys it has no provider. */
export interface Environment {
  name: EnvironmentName
  provider: CatalogueProvider | null
  /** The account that the operator expects; null: whichever it was first synced with. */
  account: string | null
}

export interface Environments {
  /** The one that this server sells in. */
  own: EnvironmentName
  all: Environment[]
}
