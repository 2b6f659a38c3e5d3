import { nothing } from 'lit'
import type { Interval, Money } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import { html } from '../html.ts'
import type { PlanWords } from '../words/es-mx/plans.ts'
import { actionOf } from './links.ts'

/** The server's own text, its cents set smaller. */
const amount = (text = '') => {
  const [, whole = text, cents] = /^(.+)([.,]\d\d)$/.exec(text) ?? []
  return html`<span part="amount">${whole}${cents ? html`<small>${cents}</small>` : nothing}</span>`
}

const block = (main: unknown, period: string, hint: unknown, interval?: Interval) => html`
  <div part="price" data-interval=${interval ?? nothing}>
    <p part="price-line">${main} <span part="period">${period}</span></p>
    ${hint}
  </div>
`

const textOf = (money: Money | null) => money?.text ?? ''

const monthly = ({ prices }: Plan, words: PlanWords) =>
  block(
    amount(textOf(prices.month)),
    `${prices.month?.currency} ${words.perMonth}`,
    prices.year && html`<p part="price-hint">${words.orYear(textOf(prices.year))}</p>`,
    'month',
  )

const yearly = ({ prices }: Plan, words: PlanWords) =>
  block(
    amount(textOf(prices.year)),
    `${prices.year?.currency} ${words.perYear}`,
    html`
      ${prices.yearSavings && html`<p part="saving">${words.saving(textOf(prices.yearSavings))}</p>`}
      ${prices.yearPerMonth && html`<p part="price-hint">${words.perMonthOfYear(textOf(prices.yearPerMonth))}</p>`}
    `,
    'year',
  )

/** The price of a plan for both intervals: CSS shows the one that is switched on. */
export const price = (plan: Plan, list: PlanList, words: PlanWords) => {
  const action = actionOf(plan)
  if (action === 'contact') {
    return block(
      html`<span part="amount amount-words">${words.custom}</span>`,
      '',
      html`<p part="price-hint">${words.customHint}</p>`,
    )
  }
  if (action === 'trial') {
    return block(
      html`<span part="amount">${words.free}</span>`,
      list.trial ? words.freeHint(list.trial.days) : '',
      nothing,
    )
  }
  return html`${plan.prices.month && monthly(plan, words)}${plan.prices.year && yearly(plan, words)}`
}
