import type { Locale } from '#contract/locale'
import type { Recommendation } from '#contract/recommendation'
import type { PlanVersionSnapshot } from '../../billing/catalogue/snapshot.ts'
import { formatMoney } from '../../billing/money/format.ts'
import { sellsSeats } from '../../billing/plan-changes/monthly-cost.ts'
import { type Advice, recommendPlan, type Situation } from '../../billing/plan-changes/recommend.ts'
import { includedSeats } from '../../billing/seats/included.ts'
import { offeredVersion, offerOf } from '../../db/catalogue/snapshots.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { usersOf } from '../../db/ecosystems/users.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import { boughtSince, usedSince } from '../../db/usage/recent.ts'
import type { Deps } from '../../deps.ts'
import { type RecommendationFacts, recommendationWords } from '../../words/recommendation.ts'

const daysMs = 30 * 24 * 60 * 60 * 1000

/** The plan that fits an ecosystem's use in the last 30 days, and why. */
export const readRecommendation = async (
  deps: Deps,
  ecosystem: Ecosystem,
  locale: Locale,
): Promise<Recommendation> => {
  const situation = await situationOf(deps, ecosystem)
  const { usage, terms } = situation
  const advice = recommendPlan(situation)
  const money = (amount: number | null) =>
    amount === null ? null : formatMoney(amount, terms.currency, locale)
  const { saving } = advice
  const facts = {
    ...factsOf(situation, advice),
    plan: advice.plan.name[locale],
    cost: money(advice.cost)?.text ?? null,
    saving: saving && { ...saving, amount: formatMoney(saving.amount, terms.currency, locale).text! },
  }
  return {
    plan: advice.plan.id,
    planName: facts.plan,
    interval: terms.interval,
    isCurrent: advice.isCurrent,
    reason: {
      code: advice.code,
      text: recommendationWords[locale][advice.code](facts),
      facts: {
        plan: advice.plan.id,
        users: usage.users,
        currency: terms.currency,
        ...(facts.seats !== null && { seats: facts.seats }),
        ...(facts.seatsThere !== null && { seatsThere: facts.seatsThere }),
        ...(saving && { saving: saving.amount, savingInterval: saving.interval }),
      },
    },
    usage: {
      ...usage,
      monthlyCost: money(advice.costNow),
      monthlyCostThere: money(advice.cost),
    },
  }
}

const situationOf = async (deps: Deps, ecosystem: Ecosystem): Promise<Situation> => {
  const { db, core } = deps
  const { id, catalogue, currency, version } = ecosystem
  const now = deps.clock.now()
  const since = new Date(now.getTime() - daysMs)
  const offer = (await offerOf(db, catalogue, now))!
  const current = (await offeredVersion(db, version))!
  const subscription = await subscriptionOf(db, id)
  const included = includedSeats(current)
  const seats = included === null ? null : included + (subscription?.licences ?? 0)
  const isSubscribed = subscription?.live ?? false
  return {
    current,
    offered: offer.plans,
    terms: {
      currency,
      interval: subscription?.interval ?? 'month',
      seats: isSubscribed ? seats : null,
    },
    usage: {
      users: await usersOf(core, id),
      encounters: await encountersOf(deps, ecosystem, { current, since }),
      services: await usedSince(db, id, since),
    },
    seats,
    isSubscribed,
    warnAtPercent: offer.policy.seatWarningPercent,
  }
}

/**
 * A customer who buys encounters has used up the included ones; for the others, this month's use says how many
 * they need.
 */
const encountersOf = async (
  { db, tickets, clock }: Deps,
  { id, number, provisionedAt }: Ecosystem,
  { current, since }: { current: PlanVersionSnapshot; since: Date },
): Promise<number> => {
  const bought = await boughtSince(db, id, 'encounters', since)
  if (bought) return bought + (current.parameters.find((one) => one.id === 'encounters')?.included ?? 0)
  return provisionedAt ? ((await tickets.read(number, clock.now()))?.used ?? 0) : 0
}

const factsOf = (
  { current, terms, usage, seats }: Situation,
  { plan, isCurrent }: Advice,
): Omit<RecommendationFacts, 'plan' | 'cost' | 'saving'> => ({
  users: usage.users,
  seats,
  seatsThere: includedSeats(plan),
  sellsSeats: sellsSeats(current, terms),
  isCurrent,
  isSmaller: plan.rank < current.rank,
})
