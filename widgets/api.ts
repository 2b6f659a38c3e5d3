import type { Problem } from '#contract/problem'
import { askedAhead } from './stores/ahead.ts'

export interface FieldError {
  path: string
  message: string
}

/** Every way a request fails. `status` is 0 when no answer came: `offline` or `unreachable`. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  /** Stable, kebab-case: what programs decide by. */
  readonly code: string
  /** In the reader's language; empty when no answer came. */
  readonly detail: string
  readonly errors: readonly FieldError[]

  constructor(status: number, code: string, detail = '', errors: readonly FieldError[] = []) {
    super(detail || code)
    this.status = status
    this.code = code
    this.detail = detail
    this.errors = errors
  }
}

export interface ApiRequest {
  locale: string
  method?: 'GET' | 'POST' | 'DELETE'
  /** Sent as JSON. A string is sent as it is: it is JSON already. */
  body?: object | string | null
  idempotencyKey?: string
  getToken?: (() => unknown) | undefined
}

const headersOf = async ({ locale, body, idempotencyKey, getToken }: ApiRequest) => {
  const token = await getToken?.()
  return {
    'accept-language': locale,
    ...(body ? { 'content-type': 'application/json' } : undefined),
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    ...(token ? { authorization: `Bearer ${token}` } : undefined),
  }
}

const send = async (url: string, options: ApiRequest) => {
  const { method = 'GET', body = null } = options
  const headers = await headersOf(options)
  return fetch(url, { method, headers, body: typeof body === 'object' && body ? JSON.stringify(body) : body })
}

/** Asks the billing server and answers its JSON, or rejects with an `ApiError`. */
export const request = async <T>(url: string, options: ApiRequest): Promise<T> => {
  const ahead = askedAhead()
  const sent = ahead.get(url) ?? send(url, options)
  ahead.delete(url)
  const response = await sent.catch(() => {
    throw new ApiError(0, navigator.onLine ? 'unreachable' : 'offline')
  })
  const answer = await response.json().catch(() => undefined)
  if (response.ok && answer) return answer
  const { code = 'unreadable-answer', detail, errors }: Partial<Problem> = answer ?? {}
  throw new ApiError(response.status, code, detail, errors)
}
