import type { PriceSpec } from '../../billing/catalogue/price-spec.ts'
import { isPlan, isSeats } from '../../billing/catalogue/prices.ts'
import type { SubscriptionTerms } from '../../payments/port.ts'

/** The item of the seats beyond those that the plan includes. */
export const seatItem = (terms: SubscriptionTerms) => terms.items.find(({ key }) => isSeats(key))

/** Which item takes which price: the plan's and the seats' each keep theirs. */
export const itemChanges = (terms: SubscriptionTerms, prices: PriceSpec[]) => {
  const [base, seats] = prices
  const plan = terms.items.find(({ key }) => isPlan(key))!
  const bought = seatItem(terms)
  return [
    { id: plan.id, price: base! },
    ...(seats ? [{ ...(bought && { id: bought.id }), price: seats }] : bought ? [{ id: bought.id }] : []),
  ]
}
