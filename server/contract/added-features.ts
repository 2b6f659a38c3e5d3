import type { Plan, PlanFeature } from './plan.ts'

/** The features that a plan has beyond those of the plan it inherits from; all of them when it inherits from none. */
export const addedFeatures = (plan: Plan, plans: readonly Plan[]): PlanFeature[] => {
  const base = plans.find((candidate) => candidate.id === plan.inherits)
  const inherited = new Map(base?.features.map((feature) => [feature.id, feature.included]))
  return plan.features.filter((feature) => feature.included && inherited.get(feature.id) !== feature.included)
}
