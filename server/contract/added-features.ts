import type { Plan, PlanFeature } from './plan.ts'

/** What a plan has beyond the one it inherits from; everything it has when it inherits nothing. */
export const addedFeatures = (plan: Plan, plans: readonly Plan[]): PlanFeature[] => {
  const base = plans.find((candidate) => candidate.id === plan.inherits)
  const inherited = new Map(base?.features.map((feature) => [feature.id, feature.included]))
  return plan.features.filter((feature) => feature.included && inherited.get(feature.id) !== feature.included)
}
