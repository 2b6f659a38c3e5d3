import type { PriceSpec } from '../../billing/catalogue/price-spec.ts'
import { isPlan, isSeats } from '../../billing/catalogue/prices.ts'
import type { SubscriptionTerms } from '../../payments/port.ts'

/** The item of the seats beyond the included ones. */
export const seatItem = (terms: SubscriptionTerms) => terms.items.find(({ key }) => isSeats(key))

/** The new price of each item: the plan's item and the seats' item each stay. */
export const itemChanges = (terms: SubscriptionTerms, prices: PriceSpec[]) => {
  const [base, seats] = prices
  const plan = terms.items.find(({ key }) => isPlan(key))!
  const bought = seatItem(terms)
  return [
    { id: plan.id, price: base! },
    ...(seats ? [{ ...(bought && { id: bought.id }), price: seats }] : bought ? [{ id: bought.id }] : []),
  ]
}
