import type { PlanVersionSnapshot } from '../catalogue/snapshot.ts'

/** A plan's seats without any purchase: its included licences, else its user limit; null: unlimited. */
export const includedSeats = (plan: PlanVersionSnapshot): number | null =>
  plan.parameters.find(({ id }) => id === 'licences')?.included ?? plan.limits.users ?? null
