import { nothing } from 'lit'
import type { Billing } from '#contract/billing'
import { numberText } from '#contract/number-text'
import { html } from '../../base/html.ts'
import { dayOf, dayText } from '../../i18n/day-text.ts'
import type { BillingWords } from '../../i18n/es-mx/billing.ts'

interface Spoken {
  words: BillingWords
  language: string
}

const bar = (inUse: number, total: number) => html`
  <svg part=${inUse >= total * 0.9 ? 'bar bar-near' : 'bar'} aria-hidden="true" width="100%" height="8">
    <rect part="bar-room" width="100%" height="8" rx="4" />
    <rect part="bar-used" width="${Math.min(100, (100 * inUse) / total)}%" height="8" rx="4" />
  </svg>
`

const licences = ({ licences: { inUse, total, included, bought } }: Billing, { words }: Spoken) => html`
  <div part="measure">
    <h4>${words.licences}</h4>
    <p part="measured">${words.inUse(inUse, total)}</p>
    ${total ? bar(inUse, total) : nothing}
    ${included && bought ? html`<p part="quiet">${words.bought(included, bought)}</p>` : nothing}
    <slot name="licences"></slot>
  </div>
`

const barSize = 20
const height = 40

/** A bar for each month; its text states the same facts as a sentence. */
const chart = (months: NonNullable<Billing['encounters']['monthly']>, { words, language }: Spoken) => {
  const most = Math.max(1, ...months.map(({ bought }) => bought))
  const name = (month: string, style: 'short' | 'long') =>
    dayText(`${month}-01`, language, 'UTC', { month: style })
  const text = months.map(({ month, bought }) => `${name(month, 'long')}: ${numberText(bought, language)}`)
  return html`
    <figure>
      <figcaption part="quiet">${words.monthly}</figcaption>
      <svg part="chart" role="img" aria-label=${text.join(', ')} viewBox="0 0 ${months.length * (barSize + 8)} ${height}"
        width=${months.length * (barSize + 8)} height=${height}>
        ${months.map(({ bought }, index) => {
          const size = bought ? Math.max(4, (height * bought) / most) : 2
          return html`<svg x=${index * (barSize + 8)} y=${height - size} width=${barSize} height=${size}>
            <rect part=${bought ? 'bar-used' : 'bar-room'} width="100%" height="100%" rx="3" />
          </svg>`
        })}
      </svg>
      <p part="months" aria-hidden="true">${months.map(({ month }) => html`<span>${name(month, 'short').slice(0, 3)}</span>`)}</p>
    </figure>
  `
}

/** Which encounters expire with the month, and which stay. */
const kinds = ({ encounters: { included, bought }, timeZone }: Billing, { words, language }: Spoken) => {
  if (!included) return nothing
  const count = (one = 0) => numberText(one, language)
  // Something that ends at midnight ends with the day before.
  const lastDay = dayOf(new Date(Date.parse(included.until) - 1).toISOString(), language, { timeZone })
  const text = words.included(count(included.left), count(included.of), lastDay)
  return html`<p part="quiet">${text}${bought ? ` · ${words.boughtOnes(count(bought))}` : ''}</p>`
}

const encounters = (billing: Billing, spoken: Spoken) => {
  const { words, language } = spoken
  const { available, packages, monthly } = billing.encounters
  if (!available && !packages?.length) return nothing
  return html`
    <div part="measure">
      <h4>${words.encounters}</h4>
      <p part="measured">${words.available(numberText(available, language))}</p>
      ${kinds(billing, spoken)} ${monthly ? chart(monthly, spoken) : nothing}
      <slot name="encounters"></slot>
    </div>
  `
}

const services = ({ services: all }: Billing, { words, language }: Spoken) => html`
  <table role="table" part="services">
    <caption>${words.services}</caption>
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col">${words.service}</th>
        <th role="columnheader" scope="col" part="number">${words.units}</th>
        <th role="columnheader" scope="col" part="number">${words.unit}</th>
        <th role="columnheader" scope="col" part="number">${words.cost}</th>
      </tr>
    </thead>
    <tbody>
      ${all.map(
        ({ name, unit, used }) => html`
          <tr role="row">
            <th role="rowheader" scope="row">${name}</th>
            <td role="cell" part="number">${numberText(used.units, language)}</td>
            <td role="cell" part="number">${unit.text}</td>
            <td role="cell" part="number">${used.total.text}</td>
          </tr>
        `,
      )}
    </tbody>
  </table>
`

/**
 * What is used of what there is.
 *
 * @csspart measures - licences and encounters side by side
 * @csspart measure - one of the two
 * @csspart services - the table of services paid by use
 * @csspart measured - its number
 * @csspart bar - how much of it is used; `bar-near` when little is left, `bar-used`, `bar-room`
 * @csspart months - the names below the chart
 * @csspart chart - the encounters of each month
 */
export const usageView = (billing: Billing, spoken: Spoken): unknown => html`
  <section part="card card-usage">
    <h3>${spoken.words.usage}</h3>
    <div part="measures">${licences(billing, spoken)} ${encounters(billing, spoken)}</div>
    ${billing.services.length ? services(billing, spoken) : nothing}
  </section>
`
