import { ApiError } from '../../api/answer.ts'
import { $connection } from '../../stores/connection.ts'

interface Asked {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: object
  /** The ETag of the version that the person saw. */
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

/** Calls the back-office API; rejects with an `ApiError`. */
export const ask = async <T>(speaker: Speaker, path: string, asked: Asked = {}): Promise<T> => {
  const response = await send(speaker, path, asked)
  return response.json().catch(() => {
    throw new ApiError(response.status, 'unreadable-answer')
  })
}

/** Saves a file. A plain link cannot send the token. */
export const saveFile = async (speaker: Speaker, path: string): Promise<void> => {
  const response = await send(speaker, path, {})
  const [, name] = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  const href = URL.createObjectURL(await response.blob())
  Object.assign(document.createElement('a'), { href, download: name ?? path.split('?')[0]! }).click()
  // The browser has started to save the file by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}
