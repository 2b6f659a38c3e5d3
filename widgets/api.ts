import type { Problem } from '#contract/problem'

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
  body?: unknown
  idempotencyKey?: string
  getToken?: (() => unknown) | undefined
}

const headersOf = async ({ locale, body, idempotencyKey, getToken }: ApiRequest) => {
  const token = await getToken?.()
  return {
    accept: 'application/json',
    'accept-language': locale,
    ...(body ? { 'content-type': 'application/json' } : undefined),
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    ...(token ? { authorization: `Bearer ${token}` } : undefined),
  }
}

/** Asks the billing server and answers its JSON, or rejects with an `ApiError`. */
export const request = async <T>(url: string, options: ApiRequest): Promise<T> => {
  const { method = 'GET', body } = options
  let response: Response
  try {
    response = await fetch(url, {
      method,
      headers: await headersOf(options),
      body: body ? (typeof body === 'string' ? body : JSON.stringify(body)) : null,
      credentials: 'omit',
    })
  } catch {
    throw new ApiError(0, navigator.onLine ? 'unreachable' : 'offline')
  }
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer as T
  const problem = (answer ?? {}) as Partial<Problem>
  throw new ApiError(response.status, problem.code ?? 'unreadable-answer', problem.detail, problem.errors)
}
