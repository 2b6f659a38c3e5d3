import { nothing } from 'lit'
import type { ApiError } from '../../api/answer.ts'
import { html } from '../../base/html.ts'
import { type Actions, lastDay, type Spoken } from './about.ts'
import { problem } from './problem.ts'
import { stayButton } from './stay-button.ts'

/** The last day and what is paid today, and the button that cancels. */
export const confirmStep = (
  { busy, error }: { busy: boolean; error: ApiError | undefined },
  spoken: Spoken,
  actions: Actions,
): unknown => {
  const { words, billing } = spoken
  const used = billing.services.filter((service) => service.used.units > 0)
  const [some] = used
  const due = billing.ifCanceled?.dueNow
  const isPaid = due && due.amount > 0
  return html`
    <div part="step">
      <dl>
        <div>
          <dt>${words.lastDay}</dt>
          <dd>${billing.ifCanceled ? lastDay(billing.ifCanceled.accessUntil, spoken) : words.periodEnd}</dd>
        </div>
        <div>
          <dt>${words.today}</dt>
          <dd>
            ${
              isPaid
                ? used.map(
                    ({ name, used: { units, total } }) =>
                      html`${total.text}<p>${words.used(units, name)}</p>`,
                  )
                : html`${words.nothing}${some && html`<p>${words.later}</p>`}`
            }
          </dd>
        </div>
      </dl>
      ${isPaid ? html`<p part="quiet">${words.settle}</p>` : nothing}
      ${problem(error, spoken, actions, error?.status ? words.unchanged : nothing)}
      <div part="buttons">
        <button part="action action-danger" type="button" aria-busy=${busy} @click=${actions.leave}>
          ${isPaid ? words.confirmPaying(due.text ?? '') : words.confirm}
        </button>
        ${stayButton(spoken, actions)}
      </div>
      <button part="action action-quiet" type="button" @click=${actions.ask}>${words.previous}</button>
    </div>
  `
}
