import { nothing } from 'lit'
import { html } from '../../base/html.ts'
import type { BuyingWords } from '../../i18n/es-mx/buying.ts'
import type { Purchasing } from './flow.ts'

/** The texts of the step for a new card, in addition to its own. */
export interface CardStepTexts {
  /** How many are bought. */
  quantity: string
  pay: string
  retry: string | undefined
  /** What went wrong, if anything. */
  notes: unknown
}

export interface CardStepActions {
  back: () => void
  pay: () => void
  /** Loads the card fields again. */
  retry: () => void
}

/** A new card, and the button that pays with it. */
export const cardStep = (
  { order, busy, hasFields }: Purchasing,
  words: BuyingWords,
  texts: CardStepTexts,
  { back, pay, retry }: CardStepActions,
): unknown => html`
  <div part="summary card-step">
    <p part="total">
      <span>${words.cardTitle(texts.quantity)}</span>
      <strong part="amount">${order?.total.text ?? ''}</strong>
    </p>
    <div part="card-fields">
      ${busy && !hasFields ? html`<p part="status" role="status">${words.cardLoading}</p>` : nothing}
      <slot name="card"></slot>
    </div>
    <p part="quiet">${words.cardText}</p>
    ${texts.notes}
    <div part="buttons">
      <button part="action action-quiet" type="button" ?disabled=${busy} @click=${back}>${words.back}</button>
      ${
        hasFields
          ? html`<button part="action action-main" type="button" aria-busy=${Boolean(busy)} @click=${pay}>${texts.pay}</button>`
          : busy
            ? nothing
            : html`<button part="action" type="button" @click=${retry}>${texts.retry}</button>`
      }
    </div>
  </div>
`
