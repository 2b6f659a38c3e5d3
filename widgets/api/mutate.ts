import { $connection, personSignal } from '../stores/connection.ts'
import { ecosystemUrl } from '../stores/ecosystem-resource.ts'
import type { ApiError } from './answer.ts'
import { type ApiRequest, request } from './request.ts'

/** Where, and in which language, an element speaks for its customer: `{ api: this.server, locale: this.serverLanguage }`. */
export interface Speaker {
  api: string
  locale: string
  /** Of the person it speaks for; else whoever is connected when it speaks. */
  signal?: AbortSignal | undefined
}

const pausesMs = [400, 1200]

/** No answer, or an earlier try is still at work: with the same key the server does it once. */
const isUnanswered = ({ status, code }: ApiError) =>
  (status === 0 && code !== 'no-token' && code !== 'signed-out') ||
  status === 503 ||
  code === 'request-in-progress'

/**
 * Changes something of the connected ecosystem and answers the server's JSON. With a `key`, one for each intention of a
 * person, it is sent again when no answer came. Rejects with an `ApiError`; one with status 0 means that nobody knows.
 * It is sent for nobody but the person who was connected when it began.
 */
export const write = async <T>(
  { api, locale, signal = personSignal() }: Speaker,
  resource: string,
  { key, ...options }: Pick<ApiRequest, 'method' | 'body'> & { key?: string } = {},
): Promise<T> => {
  const url = ecosystemUrl(api, resource)
  const { getToken } = $connection.value
  const send = () =>
    request<T>(url, {
      method: 'POST',
      ...options,
      ...(key && { idempotencyKey: key }),
      locale,
      getToken,
      signal,
    })
  for (const pause of key ? pausesMs : []) {
    try {
      return await send()
    } catch (thrown) {
      if (!isUnanswered(thrown as ApiError) || !navigator.onLine) throw thrown
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return send()
}

/** Reads something of the connected ecosystem that no store keeps. */
export const readOwn = <T>(speaker: Speaker, resource: string): Promise<T> =>
  write<T>(speaker, resource, { method: 'GET' })
