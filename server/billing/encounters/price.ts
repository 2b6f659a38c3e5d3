import type { Currency, Interval } from '#contract/money'
import { BillingError } from '../../base/billing-error.ts'
import { packagesOf, reachedBy } from '../catalogue/packages.ts'
import type { PlanVersionSnapshot } from '../catalogue/snapshot.ts'
import { minimumCharge } from '../money/minimum-charge.ts'

export interface EncounterCharge {
  quantity: number
  currency: Currency
  /** Minor units, as are all amounts here. */
  unit: number
  total: number
  package: { quantity: number; unit: number; total: number }
}

/**
 * The price of a quantity by the packages of a plan version (update-plan, "Comprar Encounters"): the whole
 * quantity has the unit price of the largest package that it reaches.
 */
export const encounterPrice = (
  plan: PlanVersionSnapshot,
  { quantity, ...terms }: { quantity: number; currency: Currency; interval: Interval },
): EncounterCharge => {
  const parameter = plan.parameters.find(({ id }) => id === 'encounters')
  const packages = packagesOf(parameter, terms)
  const [smallest] = packages
  if (!smallest) throw new BillingError('encounters-not-for-sale')
  const reached = reachedBy(quantity, packages)
  if (!reached) throw new BillingError('quantity-too-small', { minimum: String(smallest.quantity) })
  const { unit } = reached
  // A package's price may be below the minimum that a card can be charged.
  const least = minimumCharge[terms.currency]
  if (unit * quantity < least)
    throw new BillingError('quantity-too-small', { minimum: String(Math.ceil(least / unit)) })
  return {
    quantity,
    currency: terms.currency,
    unit,
    total: unit * quantity,
    package: { quantity: reached.quantity, unit, total: unit * reached.quantity },
  }
}
