import { nothing } from 'lit'
import { html } from '../../base/html.ts'
import type { ChangeWords } from '../../i18n/es-mx/change.ts'
import { errorText } from './about.ts'
import type { Actions } from './actions.ts'
import type { Change } from './flow.ts'

/** The last error, unless another try is running. */
export const problem = ({ error, busy }: Change, words: ChangeWords): unknown =>
  error && !busy ? html`<p part="problem" role="alert">${errorText(error, words)}</p>` : nothing

/** What is awaited, in words. */
export const underWay = ({ busy }: Change, words: ChangeWords): unknown => {
  if (!busy || busy === 'quote' || busy === 'undo') return nothing
  const texts = {
    pay: words.paying,
    bank: words.bank,
    'bank-again': words.bank,
    unknown: words.waiting,
    elsewhere: words.elsewhere,
  }
  return html`<p part="status" role="status">${texts[busy]}</p>`
}

/** The one action that helps while waiting; undefined when there is none. */
export const help = ({ busy }: Change, words: ChangeWords, { resume }: Actions): unknown => {
  const text = { 'bank-again': words.bankAgain, unknown: words.retry }[busy as 'unknown']
  return text && html`<button part="action action-main" type="button" @click=${resume}>${text}</button>`
}
