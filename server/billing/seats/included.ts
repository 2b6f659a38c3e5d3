import type { PlanVersionSnapshot } from '../catalogue/snapshot.ts'

/** Seats that a plan has without buying any: its licences, else its limit of users; null: unlimited. */
export const includedSeats = (plan: PlanVersionSnapshot): number | null =>
  plan.parameters.find(({ id }) => id === 'licences')?.included ?? plan.limits.users ?? null
