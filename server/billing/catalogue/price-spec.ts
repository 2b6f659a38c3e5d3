import type { Currency, Interval } from '#contract/money'

/** A price of the catalogue, as the provider is told of it. The key makes it the same price for ever. */
export interface PriceSpec {
  /** Names plan version, currency and interval: `erp/pro/1/MXN/year`. */
  key: string
  product: { key: string; name: string }
  /** Minor units. */
  amount: number
  currency: Currency
  interval: Interval
  quantity: number
}
