import type { Billing } from '#contract/billing'
import type { Interval } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import type { Recommendation } from '#contract/recommendation'
import type { WaizantElement } from '../../base/element.ts'
import type { PlanWords } from '../../i18n/es-mx/plans.ts'
import { wordsOf } from '../../i18n/namespace.ts'
import { plansArea } from '../../i18n/plans.ts'
import { isOutdated, isTheirs } from '../../plans/theirs.ts'
import { plansOf } from '../../stores/plans.ts'
import { recommendationOf } from '../../stores/recommendation.ts'

/** What a customer can choose from, and the current choice. */
export interface Choice {
  list: PlanList
  billing: Billing
  recommendation: Recommendation | undefined
  interval: Interval
  plan: string | undefined
  planWords: PlanWords
}

/** What they pay for already, in the version that is sold now. */
export const isCurrent = (plan: Plan, interval: Interval, billing: Billing): boolean =>
  isTheirs(plan, interval, billing) && !isOutdated(plan, billing)

/** The plans with a price for this interval, including the current one. */
export const offersOf = ({ list, interval }: Pick<Choice, 'list' | 'interval'>): Plan[] =>
  list.plans.filter(({ trialPlan, contactSales, prices }) => !trialPlan && !contactSales && prices[interval])

/** The default choice: the recommendation, else the next higher plan, else any other. */
const firstChoice = (choice: Omit<Choice, 'plan' | 'planWords'>): string | undefined => {
  const { billing, interval, recommendation, list } = choice
  const others = offersOf(choice).filter((plan) => !isCurrent(plan, interval, billing))
  const rank = list.plans.find(({ id }) => id === billing.plan)?.rank ?? 0
  return (
    others.find(({ id }) => id === recommendation?.plan && !recommendation.isCurrent) ??
    others.find((plan) => plan.rank > rank) ??
    others.at(-1)
  )?.id
}

/** What a customer's catalogue offers, and the requested choice; undefined while the stores load. */
export const choiceOf = (
  { server: api, serverLanguage: locale, language, stores }: WaizantElement,
  billing: Billing,
  asked: { plan: string | undefined; interval: Interval | undefined },
): Choice | undefined => {
  const { catalogue, currency } = billing
  const list = stores.read(plansOf({ api, catalogue, currency, locale })).value
  const store = recommendationOf(api, locale)
  const remote = store && stores.read(store)
  const recommendation = remote?.value
  if (!list || (remote?.status === 'loading' && !recommendation)) return undefined
  const interval = asked.interval ?? recommendation?.interval ?? billing.interval ?? 'month'
  const known = { list, billing, recommendation, interval }
  const isOwn = list.plans.some((one) => one.id === asked.plan && isCurrent(one, interval, billing))
  const plan = asked.plan && !isOwn ? asked.plan : firstChoice(known)
  return { ...known, plan, planWords: wordsOf(plansArea, language)! }
}
