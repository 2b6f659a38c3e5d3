import type { Currency, Interval } from '#contract/money'

/** A price of the catalogue as it is created at the provider. The same key always means the same price. */
export interface PriceSpec {
  /** Consists of plan version, currency and interval: `erp/pro/1/MXN/year`. */
  key: string
  product: { key: string; name: string }
  /** Minor units. */
  amount: number
  currency: Currency
  interval: Interval
  quantity: number
}
