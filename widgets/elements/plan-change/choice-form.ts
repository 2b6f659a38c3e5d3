import { nothing } from 'lit'
import type { Plan } from '#contract/plan'
import { html } from '../../base/html.ts'
import { actionHref } from '../../plans/links.ts'
import { radioGroup } from '../../plans/switches.ts'
import { asTheirs, isOutdated, isTheirs } from '../../plans/theirs.ts'
import type { Spoken } from './about.ts'
import type { Actions } from './actions.ts'
import { type Choice, isCurrent, offersOf } from './choice.ts'

/** The current plan; for an older version, next to the version that is sold now. */
const options = (plan: Plan, choice: Choice) => {
  const { billing, interval } = choice
  if (!isTheirs(plan, interval, billing)) return option(plan, choice)
  const own = option(asTheirs(plan, billing), choice, true)
  return isCurrent(plan, interval, billing) ? own : [own, option(plan, choice)]
}

const option = (plan: Plan, choice: Choice, isOwn = false) => {
  const { billing, interval, recommendation, planWords } = choice
  const isNew = !isOwn && isTheirs(plan, interval, billing)
  // A saving applies to one interval; next to the price of the other it would be wrong.
  const isRecommended =
    !isOwn &&
    recommendation?.plan === plan.id &&
    !recommendation.isCurrent &&
    recommendation.interval === interval
  const mark = isOwn
    ? isOutdated(plan, billing)
      ? planWords.currentVersion(billing.planVersion)
      : planWords.current
    : isNew
      ? planWords.newVersion
      : isRecommended && planWords.recommended
  return html`
    <label part="option">
      <input
        type="radio"
        name="plan"
        value=${plan.id}
        .checked=${choice.plan === plan.id && !isOwn}
        ?disabled=${isOwn}
      />
      <span part="option-name">
        <strong translate="no">${plan.name}</strong>
        ${mark ? html`<span part="mark">${mark}</span>` : nothing}
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

/** The available plans as real radio buttons, month or year, and why one of them is recommended. */
export const choiceForm = (
  choice: Choice,
  spoken: Spoken & { server: string },
  busy: boolean,
  { pick, review }: Pick<Actions, 'pick' | 'review'>,
): unknown => {
  const { list, interval, recommendation, plan, planWords } = choice
  const { words } = spoken
  const { annualDiscountPercent: percent } = list
  const both = list.plans.some(({ prices }) => prices.month) && list.plans.some(({ prices }) => prices.year)
  return html`
    <form part="choice" @change=${pick} @submit=${review}>
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
        ${offersOf(choice).map((one) => options(one, choice))}
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
