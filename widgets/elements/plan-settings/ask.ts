import { ApiError } from '../../api/answer.ts'
import { $connection } from '../../stores/connection.ts'

interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: object
  /** The version as it was seen. */
  etag?: string | undefined
}

export interface Speaker {
  api: string
  locale: string
}

const send = async ({ api, locale }: Speaker, path: string, { method = 'GET', body, etag }: Asked) => {
  const token = await Promise.resolve($connection.value.getToken?.()).catch(() => {
    throw new ApiError(0, 'no-token')
  })
  const headers = {
    'accept-language': locale,
    ...(body && { 'content-type': 'application/json' }),
    ...(etag && { 'if-match': etag }),
    ...(token && { authorization: `Bearer ${token}` }),
  }
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
  const response = await fetch(`${api}/v1/admin/${path}`, init).catch(() => {
    throw new ApiError(0, navigator.onLine ? 'unreachable' : 'offline')
  })
  if (response.ok) return response
  const { code = 'unreadable-answer', detail, errors } = await response.json().catch(() => ({}))
  throw new ApiError(response.status, code, detail, errors)
}

/** Asks the back office's part of the server; rejects with an `ApiError`. */
export const ask = async <T>(speaker: Speaker, path: string, asked: Asked = {}): Promise<T> => {
  const response = await send(speaker, path, asked)
  return response.json().catch(() => {
    throw new ApiError(response.status, 'unreadable-answer')
  })
}

/** Hands a file to the browser; a link alone could not carry the token. */
export const saveFile = async (speaker: Speaker, path: string): Promise<void> => {
  const response = await send(speaker, path, {})
  const [, name] = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  const href = URL.createObjectURL(await response.blob())
  Object.assign(document.createElement('a'), { href, download: name ?? path.split('?')[0]! }).click()
  // By then the browser has begun to save it.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}
