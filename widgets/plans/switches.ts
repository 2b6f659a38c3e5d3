import { nothing, type TemplateResult } from 'lit'
import type { Interval } from '#contract/money'
import type { PlanList } from '#contract/plan'
import { html } from '../html.ts'
import type { PlanWords } from '../words/es-mx/plans.ts'

interface Option {
  value: string
  text: string
  hint?: string
}

const radioGroup = (
  name: string,
  legend: string,
  options: Option[],
  chosen: string,
  pick: (value: string) => void,
) => html`
  <fieldset part="switch switch-${name}">
    <legend part="unseen">${legend}</legend>
    ${options.map(
      ({ value, text, hint }) => html`
        <label part="option">
          <input
            type="radio"
            name=${name}
            value=${value}
            ?checked=${value === chosen}
            @change=${() => pick(value)}
          />
          <span>${text}${hint ? html` <small part="discount">${hint}</small>` : nothing}</span>
        </label>
      `,
    )}
  </fieldset>
`

/** Whether there is anything to switch: some plan is sold by the month and some by the year. */
const hasBoth = ({ plans }: PlanList) =>
  plans.some(({ prices }) => prices.month) && plans.some(({ prices }) => prices.year)

export interface Switches {
  list: PlanList
  words: PlanWords
  interval: Interval
  currency: string
  pickInterval: (interval: Interval) => void
  pickCurrency: (currency: string) => void
}

/** Month or year, pesos or dollars: real radio groups. The first works in CSS alone, before any script. */
export const switches = ({ list, words, interval, currency, pickInterval, pickCurrency }: Switches) => {
  const discount = list.annualDiscountPercent
  const intervals: Option[] = [
    { value: 'month', text: words.month },
    { value: 'year', text: words.year, ...(discount > 0 && { hint: words.discount(discount) }) },
  ]
  const currencies = list.currencies.map((value) => ({ value, text: value }))
  const pick = (value: string) => pickInterval(value === 'year' ? 'year' : 'month')
  return html`
    ${hasBoth(list) ? radioGroup('interval', words.interval, intervals, interval, pick) : nothing}
    ${
      currencies.length > 1
        ? radioGroup('currency', words.currency, currencies, currency, pickCurrency)
        : nothing
    }
  ` as TemplateResult
}
