import { nothing } from 'lit'
import type { Billing } from '#contract/billing'
import type { ApiError } from '../../api/answer.ts'
import { html } from '../../base/html.ts'
import { dayOf } from '../../i18n/day-text.ts'
import { errorText, type Spoken } from './about.ts'
import type { Actions } from './actions.ts'
import type { Choice } from './choice.ts'
import { choiceForm } from './choice-form.ts'
import type { Change } from './flow.ts'
import { help, problem, underWay } from './waiting.ts'

/** The customer's data for the choice. */
export interface Known {
  billing: Billing | undefined
  /** Undefined while it loads. */
  choice: Choice | undefined
  /** Why it could not be loaded. */
  failed: ApiError | undefined
  /** The choice was made elsewhere: its price is requested at once, and no plans are offered. */
  asksAtOnce: boolean
}

const skeleton = () => html`<div part="skeleton" aria-hidden="true"></div>`

/** The change scheduled for the end of the period, and the button to undo it. */
const scheduled = (billing: Billing, busy: boolean, { words, language }: Spoken, { undo }: Actions) => {
  const { planName, pendingChange } = billing
  return html`
  <div part="done">
    <strong>${words.scheduled(pendingChange!.planName, dayOf(pendingChange!.effectiveAt, language, billing))}</strong>
    <p>${words.until(planName)}</p>
  </div>
  <button part="action" type="button" aria-busy=${busy} @click=${undo}>${words.undo}</button>
`
}

/** The plans to choose from; or what prevents a change: a payment under way, a scheduled change, an error. */
export const chooseStep = (
  change: Change,
  { billing, choice, failed, asksAtOnce }: Known,
  spoken: Spoken & { server: string },
  actions: Actions,
): unknown => {
  const { words } = spoken
  const { busy, undone } = change
  if (failed && !billing)
    return html`
      <p part="problem" role="alert">
        ${errorText(failed, words)}
        <button part="retry" type="button" @click=${actions.load}>${words.retry}</button>
      </p>
    `
  if (busy && busy !== 'quote' && busy !== 'undo')
    return [underWay(change, words), help(change, words, actions)]
  if (busy === 'quote' && asksAtOnce)
    return html`<p part="status" role="status">${words.calculating}</p>${skeleton()}`
  return html`
    ${undone && billing ? html`<p part="done" role="status">${words.undone(billing.planName)}</p>` : nothing}
    ${problem(change, words)}
    ${
      billing?.pendingChange
        ? scheduled(billing, busy === 'undo', spoken, actions)
        : choice
          ? choiceForm(choice, spoken, busy === 'quote', actions)
          : skeleton()
    }
  `
}
