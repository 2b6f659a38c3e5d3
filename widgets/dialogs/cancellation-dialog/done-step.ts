import { nothing } from 'lit'
import type { Cancellation } from '#contract/cancellation'
import type { ApiError } from '../../api/answer.ts'
import { html } from '../../base/html.ts'
import { type Actions, lastDay, type Spoken } from './about.ts'
import { problem } from './problem.ts'

/** The last day, how long the data are kept, and a button that exports them. */
export const doneStep = (
  { accessUntil, dataUntil }: Cancellation,
  { said, error }: { said: boolean; error: ApiError | undefined },
  spoken: Spoken,
  actions: Actions,
): unknown => {
  const { words } = spoken
  return html`
    <div part="step">
      <div part="done" role="status">
        <p>${words.done(lastDay(accessUntil, spoken))}</p>
        <p>${words.kept(lastDay(dataUntil, spoken))}</p>
      </div>
      ${problem(error, spoken, actions)}
      <p role="status" part="quiet">${said ? words.exported : nothing}</p>
      <div part="buttons">
        <button part="action" type="button" @click=${actions.save}>${words.exportData}</button>
        <button part="action action-main" type="button" @click=${actions.close}>${words.close}</button>
      </div>
    </div>
  `
}
