import { nothing } from 'lit'
import type { Billing } from '#contract/billing'
import type { Interval } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import type { Recommendation } from '#contract/recommendation'
import { html } from '../html.ts'
import { actionHref } from '../plans/links.ts'
import { radioGroup } from '../plans/switches.ts'
import type { PlanWords } from '../words/es-mx/plans.ts'
import type { Spoken } from './about.ts'

/** What a customer may choose among, and what is chosen. */
export interface Choice {
  list: PlanList
  billing: Billing
  recommendation: Recommendation | undefined
  interval: Interval
  plan: string | undefined
  planWords: PlanWords
}

const isTheirs = ({ id }: Plan, interval: Interval, { plan, interval: paid }: Billing) =>
  id === plan && interval === paid

/** The plans that have a price by this interval, the current one among them. */
export const offersOf = ({ list, interval }: Pick<Choice, 'list' | 'interval'>): Plan[] =>
  list.plans.filter(({ trialPlan, contactSales, prices }) => !trialPlan && !contactSales && prices[interval])

/** What is chosen when nobody has chosen: the recommendation, or else the next plan up, or any other. */
export const firstChoice = (choice: Omit<Choice, 'plan' | 'planWords'>): string | undefined => {
  const { billing, interval, recommendation, list } = choice
  const others = offersOf(choice).filter((plan) => !isTheirs(plan, interval, billing))
  const rank = list.plans.find(({ id }) => id === billing.plan)?.rank ?? 0
  return (
    others.find(({ id }) => id === recommendation?.plan) ??
    others.find((plan) => plan.rank > rank) ??
    others.at(-1)
  )?.id
}

const option = (plan: Plan, choice: Choice) => {
  const { billing, interval, recommendation, planWords } = choice
  const isCurrent = isTheirs(plan, interval, billing)
  const isRecommended = !isCurrent && recommendation?.plan === plan.id && !recommendation.isCurrent
  return html`
    <label part="option">
      <input
        type="radio"
        name="plan"
        value=${plan.id}
        .checked=${choice.plan === plan.id && !isCurrent}
        ?disabled=${isCurrent}
      />
      <span part="option-name">
        <strong>${plan.name}</strong>
        ${isCurrent || isRecommended ? html`<span part="mark">${isCurrent ? planWords.current : planWords.recommended}</span>` : nothing}
      </span>
      <span part="option-price">
        <strong>${plan.prices[interval]?.text}</strong>
        <small>${interval === 'year' ? planWords.perYear : planWords.perMonth}</small>
      </span>
      <small part="option-text">${isRecommended ? recommendation.reason.text : plan.audience}</small>
    </label>
  `
}

const quoteLinks = ({ list }: Choice, { words }: Spoken, at: { server: string; language: string }) =>
  list.plans
    .filter(({ contactSales }) => contactSales)
    .map(
      ({ id, name }) => html`
        <a part="action action-quiet" href=${actionHref('contact', at, list, id, undefined)}>${words.quote(name)}</a>
      `,
    )

/** The available plans as real radios, month or year, and why one of them is recommended. */
export const choiceView = (
  choice: Choice,
  spoken: Spoken & { server: string },
  {
    busy,
    onChange,
    onSubmit,
  }: { busy: boolean; onChange: (event: Event) => void; onSubmit: (event: Event) => void },
): unknown => {
  const { list, interval, recommendation, plan, planWords } = choice
  const { words } = spoken
  const { annualDiscountPercent: percent } = list
  const both = list.plans.some(({ prices }) => prices.month) && list.plans.some(({ prices }) => prices.year)
  return html`
    <form part="choice" @change=${onChange} @submit=${onSubmit}>
      ${recommendation?.isCurrent ? html`<p part="done">${recommendation.reason.text}</p>` : nothing}
      ${
        both
          ? radioGroup('interval', planWords.interval, interval, [
              ['month', planWords.month],
              ['year', planWords.year, percent > 0 && planWords.discount(percent)],
            ])
          : nothing
      }
      <fieldset part="options">
        <legend>${words.plans}</legend>
        ${offersOf(choice).map((one) => option(one, choice))}
      </fieldset>
      ${
        plan
          ? html`<button part="action action-main" aria-busy=${busy}>${busy ? words.calculating : words.review}</button>`
          : html`<p part="quiet">${words.none}</p>`
      }
      ${quoteLinks(choice, spoken, spoken)}
    </form>
  `
}
