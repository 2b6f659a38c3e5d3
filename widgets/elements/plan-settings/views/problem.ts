import { nothing } from 'lit'
import type { ApiError } from '../../../api/answer.ts'
import { html } from '../../../base/html.ts'
import type { SettingsWords } from '../../../i18n/es-mx/settings.ts'

/**
 * An error in the reader's words, with a button that tries again.
 *
 * @csspart problem - what went wrong
 * @csspart retry - the button that tries again
 */
export const problemView = (error: ApiError | undefined, words: SettingsWords, again?: () => unknown) => {
  if (!error) return nothing
  const { code, detail } = error
  const text = detail || (code === 'offline' || code === 'unreachable' ? words[code] : words.unexpected)
  return html`
    <p part="problem" role="alert">
      ${text} ${again ? html`<button part="retry" type="button" @click=${again}>${words.retry}</button>` : nothing}
    </p>
  `
}
