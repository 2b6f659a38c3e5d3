import { nothing } from 'lit'
import { html } from '../../base/html.ts'
import type { Actions, Reason, Spoken } from './about.ts'
import { stayButton } from './stay-button.ts'

/** The answers so far. */
export interface Told {
  reason: Reason | undefined
  comment: string
  /** No reason was picked. */
  fault: boolean
}

/** Asks why the customer cancels, with a field for comments. */
export const reasonStep = ({ reason, comment, fault }: Told, spoken: Spoken, actions: Actions): unknown => {
  const { words } = spoken
  return html`
    <form novalidate @submit=${actions.submitReason}>
      <p part="quiet">${words.reasonText}</p>
      <fieldset aria-describedby=${fault ? 'fault' : nothing} @change=${actions.pick}>
        <legend>${words.reasonTitle}</legend>
        ${(Object.keys(words.reasons) as Reason[]).map(
          (one) => html`
            <label>
              <input type="radio" name="reason" value=${one} ?checked=${one === reason} />
              ${words.reasons[one]}
            </label>
          `,
        )}
      </fieldset>
      ${fault ? html`<p part="fault" id="fault" role="alert">${words.pickReason}</p>` : nothing}
      <label part="field">
        <span>${words.comment} <small>(${words.optional})</small></span>
        <textarea name="comment" rows="3" maxlength="2000" .value=${comment}></textarea>
      </label>
      <div part="buttons">
        <button part="action">${words.goOn}</button>
        ${stayButton(spoken, actions)}
      </div>
    </form>
  `
}
