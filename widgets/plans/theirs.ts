import type { Billing } from '#contract/billing'
import type { Interval } from '#contract/money'
import type { Plan } from '#contract/plan'

/** The plan that a customer has, by the interval that they pay for; before they pay for one, by any. */
export const isTheirs = ({ id }: Plan, by: Interval, { plan, interval }: Billing): boolean =>
  id === plan && (interval ?? by) === by

/** What they have is another version than the one that is sold now. */
export const isOutdated = ({ id, version }: Plan, { plan, planVersion, planPrice }: Billing): boolean =>
  id === plan && planPrice !== undefined && planVersion !== version

/** A plan at what they pay for it: of an older version nothing else is known that could stand beside it. */
export const asTheirs = (plan: Plan, billing: Billing | undefined): Plan => {
  if (!billing?.interval || !isOutdated(plan, billing)) return plan
  const own = { [billing.interval]: billing.planPrice }
  return { ...plan, prices: { ...plan.prices, ...own, yearSavings: null, yearPerMonth: null } }
}
