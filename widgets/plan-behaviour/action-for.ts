import type { Billing } from '#contract/billing'
import type { Plan } from '#contract/plan'
import type { PlanAction } from '../events/plan-select.ts'
import { actionOf } from '../plans/links.ts'

/** What the button of a plan means to whoever is connected; nothing for the plan they have. */
export const actionFor = (plan: Plan, billing: Billing): PlanAction | undefined => {
  const action = actionOf(plan)
  if (action === 'contact') return action
  if (['trialing', 'suspended', 'canceled'].includes(billing.status))
    return action === 'buy' ? action : undefined
  return billing.plan === plan.id || action === 'trial' ? undefined : 'change'
}
