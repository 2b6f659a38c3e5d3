import { nothing } from 'lit'
import type { PlanChangeQuote } from '#contract/plan-change'
import { html } from '../../base/html.ts'
import type { Spoken } from './about.ts'
import type { Actions } from './actions.ts'
import type { Change } from './flow.ts'
import { confirmText, reviewView } from './review.ts'
import { help, problem, underWay } from './waiting.ts'

/** The payment was declined: another card may work. */
const needsCard = ({ error }: Change, { blockers }: PlanChangeQuote) =>
  error?.status === 402 || blockers.some(({ code }) => code === 'no-payment-method')

/** What a person may do other than confirm. */
const otherWays = (
  { busy }: Change,
  isBlocked: boolean,
  wantsCard: boolean,
  { words }: Spoken,
  { back, card, again }: Actions,
) => [
  html`<button part="action action-quiet" type="button" @click=${back}>${words.back}</button>`,
  wantsCard
    ? html`<button part="action action-main" type="button" @click=${card}>${words.card}</button>`
    : isBlocked
      ? html`<button part="action" type="button" aria-busy=${busy === 'quote'} @click=${again}>${words.again}</button>`
      : nothing,
]

const buttons = (change: Change, quote: PlanChangeQuote, spoken: Spoken, actions: Actions) => {
  const { busy } = change
  const wantsCard = needsCard(change, quote)
  const isBlocked = quote.blockers.length > 0
  return html`
    <div part="buttons">
      ${busy && busy !== 'quote' ? nothing : otherWays(change, isBlocked, wantsCard, spoken, actions)}
      ${
        help(change, spoken.words, actions) ??
        html`<button
          part="action ${wantsCard ? '' : 'action-main'}"
          type="button"
          ?disabled=${isBlocked}
          aria-busy=${Boolean(busy)}
          translate="no"
          @click=${() => actions.confirm(quote)}
        >${confirmText(quote, spoken)}</button>`
      }
    </div>
  `
}

/** What a change means and costs, with the one button that pays. `left` is how long the price is still valid. */
export const reviewStep = (
  change: Change,
  quote: PlanChangeQuote,
  left: string,
  spoken: Spoken,
  actions: Actions,
): unknown => {
  const { words } = spoken
  const { before, error } = change
  return html`
    ${before && !error ? html`<p part="done" role="status">${words.renewed}</p>` : nothing}
    ${reviewView(quote, before, spoken)}
    <footer part="dialog-footer">
      ${problem(change, words)} ${left ? html`<p part="quiet" role="timer">${words.expires(left)}</p>` : nothing}
      ${underWay(change, words)}
      ${buttons(change, quote, spoken, actions)}
    </footer>
  `
}
