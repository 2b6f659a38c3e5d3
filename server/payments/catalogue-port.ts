import type { EnvironmentName } from '#contract/catalogue-sync'
import type { ListedPrice } from '../billing/catalogue/listed-prices.ts'
import type { PriceSpec } from '../billing/catalogue/price-spec.ts'

/** Writes and reads a catalogue in one account of the provider. */
export interface CatalogueProvider {
  /** The account of the keys, and whether it moves real money. */
  account(): Promise<{ id: string; livemode: boolean }>
  product(key: string): Promise<{ id: string; name: string; active: boolean } | null>
  /** Creates a product, or updates its name and activates it. */
  ensureProduct(product: { key: string; name: string }): Promise<void>
  /** Every price of a product, active or not. */
  prices(product: string): Promise<ListedPrice[]>
  /**
   * Finds a price among the product's prices, repairs it or creates it; its lookup key leads to it alone from
   * then on.
   */
  ensurePrice(price: PriceSpec, listed: ListedPrice[]): Promise<string>
  /** Deactivates a price; its subscribers keep it. */
  archive(price: string): Promise<void>
}

/** An environment to sell in; without keys it has no provider. */
export interface Environment {
  name: EnvironmentName
  provider: CatalogueProvider | null
  /** The account that the operator expects; null: the one it was first synced with. */
  account: string | null
}

export interface Environments {
  /** The environment that this server sells in. */
  own: EnvironmentName
  all: Environment[]
}
