import type { Billing } from '#contract/billing'
import type { Interval } from '#contract/money'
import type { Plan } from '#contract/plan'
import type { PlanAction } from '../events/plan-select.ts'
import { actionOf } from './links.ts'
import { isOutdated, isTheirs } from './theirs.ts'

/** The action of a plan's button for a connected customer; undefined for the version and interval that they have. */
export const actionFor = (plan: Plan, billing: Billing, by: Interval): PlanAction | undefined => {
  const action = actionOf(plan)
  if (action === 'contact') return action
  if (['trialing', 'suspended', 'canceled'].includes(billing.status))
    return action === 'buy' ? action : undefined
  const isOwn = isTheirs(plan, by, billing) && !isOutdated(plan, billing)
  return isOwn || action === 'trial' ? undefined : 'change'
}
