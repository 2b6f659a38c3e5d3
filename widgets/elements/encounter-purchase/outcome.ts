import { nothing } from 'lit'
import type { EncounterPurchase } from '#contract/encounters'
import { html } from '../../base/html.ts'
import type { BuyingWords } from '../../i18n/es-mx/buying.ts'
import type { Purchasing } from './flow.ts'

const waitingText = ({ status, isSlow, isElsewhere, order }: Purchasing, words: BuyingWords) => {
  if (isElsewhere) return words.elsewhere
  if (status === 'paid') return words.paid
  return status || !order || !isSlow ? words.paying : words.unknown
}

/** Paid, or about to be: says what is still awaited. */
export const waitingStep = (purchasing: Purchasing, words: BuyingWords): unknown => {
  const { status, isSlow, isElsewhere, busy } = purchasing
  return html`
    <div part="outcome" role="status">
      <svg part="progress" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" data-busy=${Boolean(busy || isElsewhere)}>
        <circle cx="24" cy="24" r="21" /><circle part="turning" cx="24" cy="24" r="21" pathLength="1" />
      </svg>
      <p><strong>${waitingText(purchasing, words)}</strong></p>
      ${isSlow && status === 'paid' ? html`<p part="quiet">${words.slow}</p>` : nothing}
    </div>
  `
}

/** The encounters are delivered: the new number, what was bought, and a button to buy more. */
export const doneStep = (
  { quantity, total }: EncounterPurchase,
  available: number,
  number: (count: number) => string,
  words: BuyingWords,
  more: () => void,
): unknown => html`
  <div part="outcome" role="status">
    <svg part="tick" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <circle cx="24" cy="24" r="22" /><path d="M14 25l7 7 14-15" pathLength="1" />
    </svg>
    <p part="done-title">${words.done(number(available))}</p>
    <p>${words.doneText(number(quantity), total.text ?? '')}</p>
    <p part="quiet">${words.receipt}</p>
  </div>
  <button part="action" type="button" @click=${more}>${words.more}</button>
`
