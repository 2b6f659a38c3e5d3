import { ApiError, answerOf, type Reader } from './answer.ts'

export interface ApiRequest {
  locale: string
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Sent as JSON. A string is taken for JSON already and sent unchanged. */
  body?: object | string
  idempotencyKey?: string
  /** The ETag of what the person saw. */
  etag?: string | undefined
  getToken?: (() => unknown) | undefined
  /** Aborts when the person signs out or changes; their answer is then dropped. */
  signal?: AbortSignal | undefined
}

/** A page has this long to come by a token; after it the element says so and can be told to try again. */
const patienceMs = 20_000

const tokenOf = async (getToken: ApiRequest['getToken']) => {
  const late = new Promise((_, refuse) => setTimeout(refuse, patienceMs))
  try {
    return getToken && (await Promise.race([getToken(), late]))
  } catch {
    throw new ApiError(0, 'no-token')
  }
}

/**
 * Calls the billing server and returns the content of its answer. Rejects with an `ApiError`: `signed-out` once the person
 * has left. Every request with a token goes this way.
 */
export const request = async <T>(url: string, options: ApiRequest, read?: Reader<T>): Promise<T> => {
  const { signal } = options
  try {
    const answer = await answerOf<T>(send(url, options), read)
    signal?.throwIfAborted()
    return answer
  } catch (thrown) {
    throw signal?.aborted ? new ApiError(0, 'signed-out') : thrown
  }
}

const send = async (url: string, options: ApiRequest, refused?: unknown): Promise<Response> => {
  const { locale, method = 'GET', body, idempotencyKey, etag, getToken, signal } = options
  const token = await tokenOf(getToken)
  signal?.throwIfAborted()
  const headers: Record<string, string> = { 'accept-language': locale }
  if (body) headers['content-type'] = 'application/json'
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
  if (etag) headers['if-match'] = etag
  if (token) headers.authorization = `Bearer ${token}`
  const text = typeof body === 'object' ? JSON.stringify(body) : (body ?? null)
  const response = await fetch(url, { method, headers, body: text, signal: signal ?? null })
  // The token expired on its way, so the server did nothing; the page may have a new one by now.
  return response.status === 401 && !refused && token !== (await tokenOf(getToken))
    ? send(url, options, 401)
    : response
}
