import { nothing } from 'lit'
import type { Plan } from '#contract/plan'
import { html } from '../html.ts'
import { actionHref } from '../plans/links.ts'
import { radioGroup } from '../plans/switches.ts'
import type { Spoken } from './about.ts'
import type { Actions } from './actions.ts'
import { type Choice, isTheirs, offersOf } from './choice.ts'

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
