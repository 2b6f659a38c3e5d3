import { nothing } from 'lit'
import type { ApiError } from '../../api/answer.ts'
import { html } from '../../base/html.ts'
import type { CancellationWords } from '../../i18n/es-mx/cancellation.ts'
import type { Actions, Spoken } from './about.ts'

/** The server's own sentence when it sent one. */
const errorText = ({ code, detail }: ApiError, words: CancellationWords) =>
  detail || (code === 'offline' || code === 'unreachable' ? words[code] : words.unexpected)

/** Why it failed, followed by `more`; offers another card when the bank declined this one. */
export const problem = (
  error: ApiError | undefined,
  { words }: Spoken,
  { changeCard }: Actions,
  more: unknown = nothing,
): unknown =>
  error
    ? html`
        <p part="problem" role="alert">
          ${errorText(error, words)} ${more}
          ${
            error.status === 402
              ? html`<button part="retry" type="button" @click=${changeCard}>${words.declined}</button>`
              : nothing
          }
        </p>
      `
    : nothing
