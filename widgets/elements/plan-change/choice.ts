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

/** What a customer may choose among, and what is chosen. */
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

/** The plans that have a price by this interval, the current one among them. */
export const offersOf = ({ list, interval }: Pick<Choice, 'list' | 'interval'>): Plan[] =>
  list.plans.filter(({ trialPlan, contactSales, prices }) => !trialPlan && !contactSales && prices[interval])

/** What is chosen when nobody has chosen: the recommendation, or else the next plan up, or any other. */
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

/** What may be chosen of a customer's catalogue, and what was asked for; undefined while the stores wait for it. */
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
