import { nothing } from 'lit'
import type { PlanList } from '#contract/plan'
import { html } from '../base/html.ts'
import type { PlanElement } from './plan-element.ts'

type Option = readonly [value: string, text: string, hint?: string | false]

/** Real radio buttons that look like one switch; the caller listens to their changes. */
export const radioGroup = (name: string, legend: string, chosen: string, options: readonly Option[]) => html`
  <fieldset part="switch-${name}">
    <legend>${legend}</legend>
    ${options.map(
      ([value, text, hint]) => html`
        <label>
          <input type="radio" name=${name} value=${value} ?checked=${value === chosen} />
          ${text}${hint ? html`<small part="discount">${hint}</small>` : nothing}
        </label>
      `,
    )}
  </fieldset>
`

/**
 * Month or year, pesos or dollars, as real radio groups. The first one works with CSS alone, before any script.
 *
 * @csspart switch-interval - month or year
 * @csspart switch-currency - one currency or another
 * @csspart discount - how much less a year is
 */
export const switches = (element: PlanElement, { plans, currencies, annualDiscountPercent }: PlanList) => {
  const { words, chosenInterval, chosenCurrency } = element
  const discount = annualDiscountPercent > 0 && words.discount(annualDiscountPercent)
  const sells = (interval: 'month' | 'year') => plans.some(({ prices }) => prices[interval])
  return [
    sells('month') && sells('year')
      ? radioGroup('interval', words.interval, chosenInterval, [
          ['month', words.month],
          ['year', words.year, discount],
        ])
      : nothing,
    currencies.length > 1
      ? radioGroup(
          'currency',
          words.currency,
          chosenCurrency,
          currencies.map((currency) => [currency, currency]),
        )
      : nothing,
  ]
}
