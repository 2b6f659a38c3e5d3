import { nothing } from 'lit'
import type { Money } from '#contract/money'
import type { PlanChangeQuote, QuoteLine } from '#contract/plan-change'
import { html } from '../../base/html.ts'
import { dayOf } from '../../i18n/day-text.ts'
import { daysOf, type Spoken } from './about.ts'

/** An amount; next to the one shown before, when they differ. */
export const amountView = (now: Money, before: Money | undefined, { words }: Spoken): unknown =>
  before && before.amount !== now.amount
    ? html`<s part="was"><span part="unseen">${words.was} </span>${before.text}</s> <mark part="changed">${now.text}</mark>`
    : now.text

const row = (name: unknown, amount: unknown, part: string) => html`
  <tr part=${part}>
    <th scope="row">${name}</th>
    <td>${amount}</td>
  </tr>
`

const lines = (now: readonly QuoteLine[], before: readonly QuoteLine[] | undefined, spoken: Spoken) =>
  now.map(({ description, amount, kind }) => {
    const known = before?.find((line) => line.description === description && line.kind === kind)
    return row(description, amountView(amount, known?.amount, spoken), `line line-${kind}`)
  })

const group = (title: string, hint: unknown, rows: unknown) => html`
  <tbody>
    <tr>
      <th part="group" scope="rowgroup" colspan="2">${title} ${hint}</th>
    </tr>
    ${rows}
  </tbody>
`

/** The paid period as a bar: the days on the old plan, the days left on the new one. */
const bar = (quote: PlanChangeQuote, { words }: Spoken) => {
  const { used, left } = daysOf(quote)
  if (quote.effect === 'period-end' || !left) return nothing
  return html`
    <div part="period">
      <svg part="bar" aria-hidden="true" width="100%" height="8">
        <rect part="bar-left" width="100%" height="8" rx="4" />
        <rect part="bar-used" width="${(100 * used) / (used + left)}%" height="8" rx="4" />
      </svg>
      <p><span>${words.days(used, quote.from.planName)}</span><span>${words.days(left, quote.to.planName)}</span></p>
    </div>
  `
}

const balance = (quote: PlanChangeQuote, before: PlanChangeQuote | undefined, spoken: Spoken) => {
  const { words } = spoken
  const { balanceBefore, balanceUsed, balanceAfter } = quote
  if (!balanceBefore.amount && !balanceAfter.amount) return nothing
  const cell = (name: string, key: 'balanceBefore' | 'balanceUsed' | 'balanceAfter') => html`
    <div><dt>${name}</dt><dd>${amountView(quote[key], before?.[key], spoken)}</dd></div>
  `
  return html`
    <dl part="balance">
      ${cell(words.balanceBefore, 'balanceBefore')}
      ${balanceUsed.amount ? cell(words.balanceUsed, 'balanceUsed') : nothing}
      ${cell(words.balanceAfter, 'balanceAfter')}
    </dl>
  `
}

/** The bill of a change in reading order: the period, the lines, the total, the balance, what comes next. */
export const billView = (
  quote: PlanChangeQuote,
  before: PlanChangeQuote | undefined,
  spoken: Spoken,
): unknown => {
  const { words, language } = spoken
  const { outstandingLines, nextInvoice, tax } = quote
  return html`
    <section part="bill" aria-labelledby="bill">
      <h3 id="bill">${words.bill}</h3>
      ${bar(quote, spoken)}
      <table aria-labelledby="bill">
        ${
          outstandingLines.length
            ? group(
                words.outstanding,
                html`<small>${words.outstandingHint}</small>`,
                lines(outstandingLines, before?.outstandingLines, spoken),
              )
            : nothing
        }
        ${group(words.change, nothing, [
          lines(quote.lines, before?.lines, spoken),
          tax.amount
            ? [
                row(words.subtotal, amountView(quote.subtotal, before?.subtotal, spoken), 'line'),
                row(words.tax, amountView(tax, before?.tax, spoken), 'line'),
              ]
            : nothing,
          row(words.total, amountView(quote.total, before?.total, spoken), 'sum'),
        ])}
      </table>
      ${balance(quote, before, spoken)}
      <p part="bill-due"><span>${words.today}</span><span>${amountView(quote.dueNow, before?.dueNow, spoken)}</span></p>
      ${
        nextInvoice
          ? html`<p part="quiet">${words.next(dayOf(nextInvoice.date, language, quote), nextInvoice.amount.text ?? '')}</p>`
          : nothing
      }
    </section>
  `
}
