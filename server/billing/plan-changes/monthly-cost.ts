import type { Currency, Interval } from '#contract/money'
import { packagesOf, reachedBy } from '../catalogue/packages.ts'
import type { PlanVersionSnapshot } from '../catalogue/snapshot.ts'
import { includedSeats } from '../seats/included.ts'

/** Actual use: users now, the rest in the last 30 days. */
export interface RealUsage {
  users: number
  /** Included and bought ones together: a plan's included ones need not be bought there. */
  encounters: number
  services: { id: string; units: number }[]
}

export interface Terms {
  currency: Currency
  interval: Interval
  /** The seats held today, which a plan change keeps. Null: unlimited, or there are none. */
  seats: number | null
}

/**
 * The cost of a plan for a month of this usage, in minor units; an annual price counts a twelfth. Null: the
 * plan is not sold on these terms, or is too small for the usage.
 */
export const monthlyCost = (plan: PlanVersionSnapshot, terms: Terms, usage: RealUsage): number | null => {
  const perInterval = subscriptionCost(plan, terms, usage)
  if (perInterval === null) return null
  let perMonth = 0
  for (const part of consumed(plan, terms, usage)) {
    if (part === null) return null
    perMonth += part
  }
  return perMonth + (terms.interval === 'year' ? Math.round(perInterval / 12) : perInterval)
}

/** The price of a renewal of a plan with these seats, in minor units. Null as in `monthlyCost`. */
export const subscriptionCost = (
  plan: PlanVersionSnapshot,
  terms: Terms,
  usage: RealUsage,
): number | null => {
  const base = plan.prices.find(
    (one) => one.currency === terms.currency && one.interval === terms.interval,
  )?.amount
  const seats = seatsCost(plan, terms, usage)
  return base === undefined || seats === null ? null : base + seats
}

/** Whether the plan sells seats beyond the included ones. */
export const sellsSeats = (plan: PlanVersionSnapshot, terms: Terms): boolean =>
  packagesOf(parameterOf(plan, 'licences'), terms).length > 0

const parameterOf = (plan: PlanVersionSnapshot, wanted: string) =>
  plan.parameters.find(({ id }) => id === wanted)

/** The price of the seats beyond the included ones, per interval. */
const seatsCost = (plan: PlanVersionSnapshot, terms: Terms, { users }: RealUsage): number | null => {
  const limit = plan.limits.users ?? null
  if (limit !== null && users > limit) return null
  const included = includedSeats(plan)
  const packages = packagesOf(parameterOf(plan, 'licences'), terms)
  const needed = packages.length ? Math.max(users, terms.seats ?? 0) : users
  const extra = included === null ? 0 : Math.max(0, needed - included)
  if (extra === 0) return 0
  const reached = reachedBy(extra, packages)
  return reached ? reached.unit * extra : null
}

/** The cost of a month's encounters and services; a quantity below the smallest package costs that package. */
const consumed = (plan: PlanVersionSnapshot, terms: Terms, usage: RealUsage): (number | null)[] => {
  const services = usage.services.map(({ id, units }) => {
    const service = plan.services.find((one) => one.id === id && one.currency === terms.currency)
    return service ? service.unit * units : null
  })
  const parameter = parameterOf(plan, 'encounters')
  const beyond = usage.encounters - (parameter?.included ?? 0)
  if (beyond <= 0) return services
  const packages = packagesOf(parameter, terms)
  const quantity = Math.max(beyond, packages[0]?.quantity ?? 0)
  const reached = reachedBy(quantity, packages)
  return [...services, reached ? reached.unit * quantity : null]
}
