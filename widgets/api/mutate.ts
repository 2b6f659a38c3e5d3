import { $connection, personSignal } from '../stores/connection.ts'
import { ecosystemUrl } from '../stores/ecosystem-resource.ts'
import type { ApiError } from './answer.ts'
import { type ApiRequest, request } from './request.ts'

/** The server and the language of an element's requests: `{ api: this.server, locale: this.serverLanguage }`. */
export interface Speaker {
  api: string
  locale: string
  /** Aborts when this person leaves. Without it: the person connected at the time of the request. */
  signal?: AbortSignal | undefined
}

const pausesMs = [400, 1200]

/** No answer came, or an earlier try is still running: a repeat with the same key is executed once. */
const isUnanswered = ({ status, code }: ApiError) =>
  (status === 0 && code !== 'no-token' && code !== 'signed-out') ||
  status === 503 ||
  code === 'request-in-progress'

/**
 * Changes something of the connected ecosystem and returns the server's JSON. With a `key` (one per intention of a
 * person) it is sent again when no answer came. Rejects with an `ApiError`; status 0 means that the outcome is unknown.
 * A request is sent only while the person who was connected at its start still is.
 */
export const write = async <T>(
  { api, locale, signal = personSignal() }: Speaker,
  resource: string,
  { key, ...options }: Pick<ApiRequest, 'method' | 'body'> & { key?: string } = {},
): Promise<T> => {
  const url = ecosystemUrl(api, resource)
  const { getToken } = $connection.value
  const send = async (tries: number): Promise<T> => {
    try {
      return await request<T>(url, {
        method: 'POST',
        ...options,
        ...(key && { idempotencyKey: key }),
        locale,
        getToken,
        signal,
      })
    } catch (thrown) {
      const error = thrown as ApiError
      error.afterSilence = tries > 0
      const pause = key && pausesMs[tries]
      if (!pause || !isUnanswered(error) || !navigator.onLine) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
      return send(tries + 1)
    }
  }
  return send(0)
}

/** Reads data of the connected ecosystem that no store keeps. */
export const readOwn = <T>(speaker: Speaker, resource: string): Promise<T> =>
  write<T>(speaker, resource, { method: 'GET' })
