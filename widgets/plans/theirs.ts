import type { Billing } from '#contract/billing'
import type { Interval } from '#contract/money'
import type { Plan } from '#contract/plan'

/** The plan that a customer has, at the interval that they pay for; before they pay for one, at any. */
export const isTheirs = ({ id }: Plan, by: Interval, { plan, interval }: Billing): boolean =>
  id === plan && (interval ?? by) === by

/** They have an older version than the one that is sold now. */
export const isOutdated = ({ id, version }: Plan, { plan, planVersion, planPrice }: Billing): boolean =>
  id === plan && planPrice !== undefined && planVersion !== version

/**
 * A plan at the customer's own price. The catalogue knows only this price of an older version, so nothing else is shown
 * with it.
 */
export const asTheirs = (plan: Plan, billing: Billing | undefined): Plan => {
  if (!billing?.interval || !isOutdated(plan, billing)) return plan
  const own = { [billing.interval]: billing.planPrice }
  return { ...plan, prices: { ...plan.prices, ...own, yearSavings: null, yearPerMonth: null } }
}
