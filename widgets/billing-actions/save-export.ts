import '../chunks/acting.ts'
import { ApiError, answerOf } from '../api/answer.ts'
import type { Speaker } from '../api/mutate.ts'
import { $connection, personSignal } from '../stores/connection.ts'
import { ecosystemUrl } from '../stores/ecosystem-resource.ts'

const fetchExport = async ({ api, locale }: Speaker, signal: AbortSignal): Promise<Response> => {
  const url = ecosystemUrl(api, 'export')
  const token = await $connection.value.getToken?.()
  const headers = { 'accept-language': locale, ...(token && { authorization: `Bearer ${token}` }) }
  return fetch(url, { headers, signal })
}

const nameOf = ({ headers }: Response) =>
  /filename="?([^";]+)/.exec(headers.get('content-disposition') ?? '')?.[1] ??
  `${$connection.value.ecosystem}.zip`

/** Saves the ecosystem's data as a file. A plain link cannot send the token. Rejects with an `ApiError`. */
export const saveExport = async (speaker: Speaker): Promise<void> => {
  const { signal = personSignal() } = speaker
  signal.throwIfAborted()
  const response = await fetchExport(speaker, signal).catch(() => undefined)
  signal.throwIfAborted()
  if (!response) throw new ApiError(0, navigator.onLine ? 'unreachable' : 'offline')
  if (!response.ok) return answerOf(Promise.resolve(response))
  const file = await response.blob()
  signal.throwIfAborted()
  const href = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href, download: nameOf(response) })
  link.click()
  // The browser has started to save the file by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}
