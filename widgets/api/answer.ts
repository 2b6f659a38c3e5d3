import type { PlanChangeQuote } from '#contract/plan-change'
import type { Problem } from '#contract/problem'
import { askedAhead } from '../stores/prefetch.ts'

export interface FieldError {
  path: string
  message: string
}

/** Every way a request fails. `status` is 0 when no answer came: `offline` or `unreachable`. */
export class ApiError extends Error {
  declare readonly status: number
  /** Stable, kebab-case code; programs decide by it. */
  declare readonly code: string
  /** In the reader's language; empty when no answer came. */
  declare readonly detail: string
  declare readonly errors: readonly FieldError[]
  /** The change at today's price; sent with `quote-expired` and `quote-changed`. */
  declare readonly quote: PlanChangeQuote | undefined
  /** An earlier try of the same request had no answer, so the server may have carried it out. */
  declare afterSilence?: boolean

  constructor(
    status: number,
    code: string,
    detail = '',
    errors: readonly FieldError[] = [],
    quote?: PlanChangeQuote,
  ) {
    super(detail || code)
    Object.assign(this, { name: 'ApiError', status, code, detail, errors, quote })
  }
}

/** How the content of a good answer is read. */
export type Reader<T> = (response: Response) => Promise<T>

/** Awaits an answer and returns its content, by default its JSON; rejects with an `ApiError` on failure. */
export const answerOf = async <T>(sent: Promise<Response>, read?: Reader<T>): Promise<T> => {
  const response = await sent.catch((thrown) => {
    throw thrown instanceof ApiError ? thrown : new ApiError(0, navigator.onLine ? 'unreachable' : 'offline')
  })
  const { ok } = response
  const answer = await (ok && read ? read(response) : response.json()).catch(() => undefined)
  if (ok && answer) return answer
  const { code = 'unreadable-answer', detail, errors, quote }: Partial<Problem> = answer ?? {}
  throw new ApiError(response.status, code, detail, errors, quote)
}

/** Reads a public resource. The script tag may have requested it already. */
export const read = <T>(url: string): Promise<T> => {
  const ahead = askedAhead()
  const sent = ahead[url] ?? fetch(url)
  delete ahead[url]
  return answerOf(sent)
}
