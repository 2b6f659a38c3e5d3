import { ApiError, answerOf } from './api.ts'

export interface ApiRequest {
  locale: string
  method?: 'GET' | 'POST' | 'DELETE'
  /** Sent as JSON. A string is sent as it is: it is JSON already. */
  body?: object | string
  idempotencyKey?: string
  getToken?: (() => unknown) | undefined
}

const tokenOf = async (getToken: ApiRequest['getToken']) => {
  try {
    return await getToken?.()
  } catch {
    throw new ApiError(0, 'no-token')
  }
}

/** Asks the billing server and answers its JSON, or rejects with an `ApiError`. */
export const request = async <T>(url: string, options: ApiRequest): Promise<T> => {
  const { locale, method = 'GET', body, idempotencyKey, getToken } = options
  const token = await tokenOf(getToken)
  const headers: Record<string, string> = { 'accept-language': locale }
  if (body) headers['content-type'] = 'application/json'
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey
  if (token) headers.authorization = `Bearer ${token}`
  const text = typeof body === 'object' ? JSON.stringify(body) : (body ?? null)
  return answerOf<T>(fetch(url, { method, headers, body: text }))
}
