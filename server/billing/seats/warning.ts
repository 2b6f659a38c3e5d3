import type { Words } from '#contract/locale'
import type { Policy } from '#contract/policy'
import type { PlanVersionSnapshot } from '../catalogue/snapshot.ts'
import { includedSeats } from './included.ts'

/** Few seats are left: the used ones and the total. */
export interface SeatWarning {
  inUse: number
  total: number
  /** The plan to move to; null: more seats can be bought instead, or no plan is larger. */
  next: { id: string; name: Words; seats: number | null } | null
}

/** Whether to warn a customer about seats ("9 de 10 y 45 de 50 usuarios"; at 90 % of the licences). */
export const nearsSeats = (
  inUse: number,
  total: number | null,
  { seatWarningPercent }: Policy,
): total is number => total !== null && inUse * 100 >= total * seatWarningPercent

/** The smallest higher plan with more seats than the customer has. */
export const nextBySeats = (
  current: PlanVersionSnapshot,
  total: number,
  offered: readonly PlanVersionSnapshot[],
): SeatWarning['next'] => {
  const larger = offered
    .filter(({ rank, hidden }) => rank > current.rank && !hidden)
    .map((plan) => ({ plan, seats: includedSeats(plan) }))
    .filter(({ seats }) => seats === null || seats > total)
    .sort((one, other) => one.plan.rank - other.plan.rank)[0]
  return larger ? { id: larger.plan.id, name: larger.plan.name, seats: larger.seats } : null
}
