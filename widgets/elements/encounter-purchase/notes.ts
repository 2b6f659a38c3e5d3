import { nothing } from 'lit'
import type { ApiError } from '../../api/answer.ts'
import { html } from '../../base/html.ts'
import type { BuyingWords } from '../../i18n/es-mx/buying.ts'
import type { PurchaseWords } from '../../i18n/es-mx/purchase.ts'
import { errorText } from '../../purchase/lazy-messages.ts'
import type { Purchasing } from './flow.ts'

/** Why a quantity has no price. */
export const priceProblem = (error: ApiError, common: PurchaseWords, retry: () => void): unknown => html`
  <p part="problem" role="alert">${errorText(error, common)}
  ${
    error.status === 0 || error.status >= 500
      ? html`<button part="retry" type="button" @click=${retry}>${common.retry}</button>`
      : nothing
  }</p>
`

/** What prevents a purchase, and the one action that helps. */
export const troubleNote = (
  { trouble, step }: Purchasing,
  words: BuyingWords,
  common: PurchaseWords,
  otherCard: () => void,
): unknown => {
  if (!trouble) return nothing
  const { error, text, say, isDeclined } = trouble
  if (say === 'changed') return html`<p part="notice" role="alert">${common.changed}</p>`
  if (say === 'unfinished') return html`<p part="notice" role="status">${words.unfinished}</p>`
  return html`
    <div part="problem" role="alert">
      <p>${text ? text : error ? errorText(error, common) : words[say!]}</p>
      ${
        isDeclined && step === 'choose'
          ? html`<button part="retry" type="button" @click=${otherCard}>${words.otherCard}</button>`
          : nothing
      }
    </div>
  `
}
