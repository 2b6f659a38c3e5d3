import { nothing } from 'lit'
import type { PlanChangeQuote, PlanChangeResult } from '#contract/plan-change'
import { html } from '../../base/html.ts'
import { dayOf } from '../../i18n/day-text.ts'
import type { Spoken } from './about.ts'
import type { Actions } from './actions.ts'

/** The new plan, or the day from which it applies. */
export const doneTitle = ({ billing, status }: PlanChangeResult, { words, language }: Spoken): string => {
  const { pendingChange, planName } = billing
  return status === 'scheduled' && pendingChange
    ? words.scheduled(pendingChange.planName, dayOf(pendingChange.effectiveAt, language, billing))
    : words.done(planName)
}

/** What was paid, the remaining balance, and what comes next. */
export const doneStep = (
  { billing, status }: PlanChangeResult,
  quote: PlanChangeQuote | undefined,
  { words, language }: Spoken,
  { undo, close }: Actions,
): unknown => {
  const { balance, nextPayment, planName } = billing
  const paid = quote?.dueNow
  const isScheduled = status === 'scheduled'
  return html`
    <div part="outcome" role="status">
      <svg part="tick" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
        <circle cx="24" cy="24" r="22" /><path d="M14 25l7 7 14-15" />
      </svg>
      ${isScheduled ? html`<p>${words.until(planName)}</p>` : nothing}
      ${paid ? html`<p>${paid.amount > 0 ? words.charged(paid.text ?? '') : words.chargedNothing}</p>` : nothing}
      ${balance.amount > 0 ? html`<p>${words.balance(balance.text ?? '')}</p>` : nothing}
      ${
        nextPayment
          ? html`<p part="quiet">${words.next(dayOf(nextPayment.date, language, billing), nextPayment.amount.text ?? '')}</p>`
          : nothing
      }
    </div>
    <div part="buttons">
      ${isScheduled ? html`<button part="action action-quiet" type="button" @click=${undo}>${words.undo}</button>` : nothing}
      <button part="action action-main" type="button" @click=${close}>${words.close}</button>
    </div>
  `
}
