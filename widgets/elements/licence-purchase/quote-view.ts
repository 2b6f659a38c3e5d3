import { nothing } from 'lit'
import type { LicenceQuote } from '#contract/licences'
import type { Interval, Money } from '#contract/money'
import { html } from '../../base/html.ts'
import { dayOf } from '../../i18n/day-text.ts'
import type { PurchaseWords } from '../../i18n/es-mx/purchase.ts'
import type { SeatWords } from '../../i18n/es-mx/seats.ts'
import { amountView } from '../../purchase/amount.ts'

/** The texts and data of an order's views. */
export interface Spoken {
  words: SeatWords
  common: PurchaseWords | undefined
  language: string
}

const linesView = ({ lines }: LicenceQuote, words: SeatWords) =>
  lines.length
    ? html`
        <table aria-label=${words.lines}>
          <tbody>
            ${lines.map(
              ({ description, amount }) => html`
                <tr><th scope="row">${description}</th><td>${amount.text}</td></tr>
              `,
            )}
          </tbody>
        </table>
      `
    : nothing

/** What another number of seats adds to the next invoice; `before` is the total shown until it changed. */
export const quoteView = (
  quote: LicenceQuote,
  { before, isAsking, interval }: { before: Money | undefined; isAsking: boolean; interval: Interval | null },
  { words, common, language }: Spoken,
): unknown => {
  const { unit, nextInvoice, total } = quote
  const day = nextInvoice ? dayOf(nextInvoice.date, language, quote) : ''
  return html`
    <div part="quote" aria-busy=${isAsking}>
      <p part="total">
        <span>${total.amount < 0 ? words.subtracts(day) : words.adds(day)}</span>
        <output part="amount">${amountView(total, before, common)}</output>
      </p>
      ${linesView(quote, words)}
      <p part="quiet">
        ${words.nothingToday}
        ${unit && interval ? words.unit(unit.text ?? '', interval) : nothing}
        ${nextInvoice ? words.next(day, nextInvoice.amount.text ?? '') : nothing}
      </p>
    </div>
  `
}

/** The new number of seats is in force. */
export const doneNote = (
  { quantity, before }: LicenceQuote,
  words: SeatWords,
  number: (count: number) => string,
): unknown => html`
  <p part="done" role="status">
    <strong>${words.done(number(quantity))}</strong> ${quantity > before ? words.doneAdd : words.doneRemove}
  </p>
`
