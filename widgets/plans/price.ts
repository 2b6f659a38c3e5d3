import { nothing } from 'lit'
import type { Interval, Money } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import { html } from '../base/html.ts'
import type { PlanWords } from '../i18n/es-mx/plans.ts'
import { actionOf } from './links.ts'

/** The server's text of an amount with small cents, without the currency code, which follows it. */
const amount = (money: Money) => {
  const [, whole, cents] = /^(?:[A-Z]+\s?)?(.+?)([.,]\d\d)?$/.exec(money.text ?? '') ?? []
  return html`${whole}${cents ? html`<small>${cents}</small>` : nothing}`
}

const block = (main: unknown, period: string, hint: unknown = nothing, interval?: Interval) => html`
  <div part="price" data-interval=${interval ?? nothing}>
    <p><span part="amount">${main}</span> <span part="period">${period}</span></p>
    ${hint}
  </div>
`

const line = (part: 'saving' | 'price-hint', words: (money: string) => string, money: Money | null) =>
  money && html`<p part=${part}>${words(money.text ?? '')}</p>`

/**
 * The price of a plan for both intervals: CSS shows the selected one.
 *
 * @csspart price - the price by the month or by the year
 * @csspart amount - its number
 * @csspart period - its currency, and how often it is paid
 * @csspart price-hint - what the other interval would be
 * @csspart saving - what a year saves
 */
export const price = (plan: Plan, list: PlanList, words: PlanWords) => {
  const action = actionOf(plan)
  if (action === 'contact') return block(words.custom, '', html`<p part="price-hint">${words.customHint}</p>`)
  if (action === 'trial') return block(words.free, list.trial ? words.freeHint(list.trial.days) : '')
  const { month, year, yearSavings, yearPerMonth } = plan.prices
  return [
    month &&
      block(
        amount(month),
        `${month.currency} ${words.perMonth}`,
        line('price-hint', words.orYear, year),
        'month',
      ),
    year &&
      block(
        amount(year),
        `${year.currency} ${words.perYear}`,
        [line('saving', words.saving, yearSavings), line('price-hint', words.perMonthOfYear, yearPerMonth)],
        'year',
      ),
  ]
}
