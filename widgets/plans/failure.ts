import type { ApiError } from '../api.ts'
import { html } from '../html.ts'
import type { PlanWords } from '../words/es-mx/plans.ts'

/** An error in the reader's words: the server's own sentence when it sent one. */
export const errorText = ({ detail, code }: ApiError, words: PlanWords): string =>
  detail || (code === 'offline' || code === 'unreachable' ? words[code] : words.unexpected)

/** What went wrong, and the one thing that helps. */
export const failure = (error: ApiError, words: PlanWords, retry: () => void, lead = words.failed) => html`
  <p part="problem" role="alert">
    ${lead} ${errorText(error, words)}
    <button part="retry" type="button" @click=${retry}>${words.retry}</button>
  </p>
`
