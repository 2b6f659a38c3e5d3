import type { Interval } from '#contract/money'
import type { Policy } from '#contract/policy'

/** The facts of a plan that decide how a change to or from it is made. */
export interface PlanRank {
  rank: number
  interval: Interval
}

/**
 * The two parts of a change. `now`: charged at once, within the current period or starting a new one. `later`:
 * what the subscription becomes when the paid period ends.
 */
export interface ChangeShape {
  now: { interval: Interval; anchor: 'unchanged' | 'now' } | null
  later: { interval: Interval } | null
}

/**
 * Decides when a change takes effect and what it charges ("Cambios de plan", "Plan Review"; the billing day of
 * the policy).
 */
export const classifyChange = (policy: Policy, from: PlanRank, to: PlanRank): ChangeShape => {
  if (waitsForPeriodEnd(policy, from, to)) return { now: null, later: { interval: to.interval } }
  if (policy.billingDay === 'contract-day' || from.interval === to.interval)
    return {
      now: { interval: to.interval, anchor: from.interval === to.interval ? 'unchanged' : 'now' },
      later: null,
    }
  // The days until the next 1st belong to a month; a yearly period starts only on a 1st.
  if (to.interval === 'month') return { now: { interval: 'month', anchor: 'unchanged' }, later: null }
  const samePlan = from.rank === to.rank
  return {
    now: samePlan ? null : { interval: 'month', anchor: 'unchanged' },
    later: { interval: 'year' },
  }
}

/** A downgrade waits for the period end where the policy says so, because the time is paid. */
const waitsForPeriodEnd = (policy: Policy, from: PlanRank, to: PlanRank): boolean => {
  if (policy.downgrade !== 'period-end') return false
  if (to.rank !== from.rank) return to.rank < from.rank
  return from.interval === 'year' && to.interval === 'month'
}

/** Seats to buy beyond the plan's included ones, so that the total stays the same; null: the plan is unlimited. */
export const seatsToBuy = (seatsBefore: number | null, includedThen: number | null): number =>
  seatsBefore === null || includedThen === null ? 0 : Math.max(0, seatsBefore - includedThen)
