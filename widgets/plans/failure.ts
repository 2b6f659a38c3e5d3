import type { ApiError } from '../api/answer.ts'
import { html } from '../base/html.ts'
import type { ActionWords } from '../i18n/es-mx/actions.ts'

/** An error in the reader's words: the server's own sentence when it sent one. */
const errorText = ({ detail, code }: ApiError, words: ActionWords): string =>
  detail || (code === 'offline' || code === 'unreachable' ? words[code] : words.unexpected)

/**
 * An error message, and the one action that helps.
 *
 * @csspart problem - the sentence
 * @csspart retry - the button that tries again
 */
export const failure = (lead: string, error: ApiError, words: ActionWords, retry: () => void) => html`
  <p part="problem" role="alert">
    ${lead} ${errorText(error, words)}
    <button part="retry" type="button" @click=${retry}>${words.retry}</button>
  </p>
`
