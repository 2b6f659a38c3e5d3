import type { Interval } from '#contract/money'
import type { Policy } from '#contract/policy'

/** One side of a change, as far as deciding needs it. */
export interface PlanRank {
  rank: number
  interval: Interval
}

/**
 * What happens when. `now`: charged at once, either within the running period or beginning a new one. `later`: what the
 * subscription becomes when the paid period ends.
 */
export interface ChangeShape {
  now: { interval: Interval; anchor: 'unchanged' | 'now' } | null
  later: { interval: Interval } | null
}

/** How a change comes about ("Cambios de plan", "Plan Review"; the billing day of the policy). */
export const classifyChange = (policy: Policy, from: PlanRank, to: PlanRank): ChangeShape => {
  if (waitsForPeriodEnd(policy, from, to)) return { now: null, later: { interval: to.interval } }
  if (policy.billingDay === 'contract-day' || from.interval === to.interval)
    return {
      now: { interval: to.interval, anchor: from.interval === to.interval ? 'unchanged' : 'now' },
      later: null,
    }
  // The days until the next 1st belong to a month; twelve months begin only on a 1st.
  if (to.interval === 'month') return { now: { interval: 'month', anchor: 'unchanged' }, later: null }
  const samePlan = from.rank === to.rank
  return {
    now: samePlan ? null : { interval: 'month', anchor: 'unchanged' },
    later: { interval: 'year' },
  }
}

/** What gives something up waits, where the policy says so, because its time is paid. */
const waitsForPeriodEnd = (policy: Policy, from: PlanRank, to: PlanRank): boolean => {
  if (policy.downgrade !== 'period-end') return false
  if (to.rank !== from.rank) return to.rank < from.rank
  return from.interval === 'year' && to.interval === 'month'
}

/**
 * Seats to buy beyond what a plan includes so that as many remain as before; null: the plan has as many as anybody wants.
 */
export const seatsToBuy = (seatsBefore: number | null, includedThen: number | null): number =>
  seatsBefore === null || includedThen === null ? 0 : Math.max(0, seatsBefore - includedThen)
