import type { Interval } from '#contract/money'
import type { PlanVersionSnapshot } from '../catalogue/snapshot.ts'
import { includedSeats } from '../seats/included.ts'
import { monthlyCost, type RealUsage, sellsSeats, subscriptionCost, type Terms } from './monthly-cost.ts'

/** The facts of an ecosystem that a recommendation depends on. */
export interface Situation {
  /** The version that it has. */
  current: PlanVersionSnapshot
  /** What the catalogue sells now. */
  offered: PlanVersionSnapshot[]
  terms: Terms
  usage: RealUsage
  /** All of its seats, bought ones included; null: unlimited. */
  seats: number | null
  /** False in trial or after the end, when there is no plan to keep. */
  isSubscribed: boolean
  /** The warning threshold, in per cent of the seats. */
  warnAtPercent: number
}

export interface Advice {
  plan: PlanVersionSnapshot
  isCurrent: boolean
  code: 'fits' | 'cheaper' | 'limit-near' | 'limit-reached'
  /** The cost of a month of this usage, in minor units; null: not sold online. */
  costNow: number | null
  cost: number | null
  saving: Saving | null
}

/** How much less is paid per interval. `byUsage`: the renewal costs no less, but the usage in addition to it does. */
export interface Saving {
  amount: number
  interval: Interval
  byUsage: boolean
}

type Option = { plan: PlanVersionSnapshot; cost: number }

/**
 * The plan that fits the actual use ("Recomendaciones", "Escalabilidad"). A customer near a limit that extra
 * licences can't raise gets the next plan with room; any other customer the cheapest that fits. A smaller plan
 * is recommended only where the users fit comfortably, because we can't know which of its features they need.
 */
export const recommendPlan = (situation: Situation): Advice => {
  const { current, terms, usage, seats, isSubscribed } = situation
  const costNow = isSubscribed ? monthlyCost(current, terms, usage) : null
  const options = optionsOf(situation)
  if (!isSubscribed) return forNewcomer(situation, options)
  const near = seats !== null && !hasRoom(usage.users, seats, situation)
  const code = !near ? 'fits' : usage.users >= seats ? 'limit-reached' : 'limit-near'
  if (near && !sellsSeats(current, terms)) {
    const larger = options.find((option) => isRoomy(option.plan, situation))
    if (larger) return { ...larger, isCurrent: false, code, costNow, saving: null }
    const plan = onRequest(situation) ?? current
    const isCurrent = plan === current
    return { plan, isCurrent, code, costNow, cost: isCurrent ? costNow : null, saving: null }
  }
  const cheapest = options.find(({ plan }) => plan.rank > current.rank || isComfortable(plan, situation))
  if (cheapest && costNow !== null && cheapest.cost < costNow) {
    const saving = savingOf(cheapest.plan, situation) ?? {
      amount: costNow - cheapest.cost,
      interval: 'month',
      byUsage: true,
    }
    return { ...cheapest, isCurrent: false, code: 'cheaper', costNow, saving }
  }
  return { plan: current, isCurrent: true, code, costNow, cost: costNow, saving: null }
}

/**
 * The saving at each renewal, as the review of the change shows it: the plan with the seats that the customer
 * keeps.
 */
const savingOf = (plan: PlanVersionSnapshot, { current, terms, usage }: Situation): Saving | null => {
  const [now, there] = [current, plan].map((one) => subscriptionCost(one, terms, usage) ?? 0)
  const amount = now! - there!
  return amount > 0 ? { amount, interval: terms.interval, byUsage: false } : null
}

/**
 * The other plans that are sold on these terms and are large enough, cheapest first; with equal prices the
 * larger one.
 */
const optionsOf = ({ current, offered, terms, usage, isSubscribed }: Situation): Option[] =>
  offered
    .filter((plan) => !plan.hidden && !plan.contactSales && !(isSubscribed && plan.id === current.id))
    .flatMap((plan) => {
      const cost = monthlyCost(plan, terms, usage)
      return cost === null ? [] : [{ plan, cost }]
    })
    .sort((one, other) => one.cost - other.cost || other.plan.rank - one.plan.rank)

const forNewcomer = (situation: Situation, options: Option[]): Advice => {
  const best = options.find(({ plan }) => isRoomy(plan, situation)) ?? options[0]
  if (best) return { ...best, isCurrent: false, code: 'fits', costNow: null, saving: null }
  const plan = onRequest(situation) ?? situation.current
  return { plan, isCurrent: false, code: 'fits', costNow: null, cost: null, saving: null }
}

/** The first plan with room that is sold through a quote. */
const onRequest = (situation: Situation): PlanVersionSnapshot | undefined =>
  situation.offered
    .filter((plan) => plan.contactSales && !plan.hidden && plan.id !== situation.current.id)
    .sort((one, other) => one.rank - other.rank)
    .find((plan) => isRoomy(plan, situation))

const hasRoom = (users: number, seats: number, { warnAtPercent }: Situation): boolean =>
  users * 100 < seats * warnAtPercent

/** The users stay below the warning threshold of the plan's included seats. */
const isComfortable = (plan: PlanVersionSnapshot, situation: Situation): boolean => {
  const included = includedSeats(plan)
  return included === null || hasRoom(situation.usage.users, included, situation)
}

/** Comfortable, or more seats can be bought when needed. */
const isRoomy = (plan: PlanVersionSnapshot, situation: Situation): boolean =>
  isComfortable(plan, situation) || sellsSeats(plan, situation.terms)
