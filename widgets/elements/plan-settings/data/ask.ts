import { type ApiRequest, request } from '../../../api/request.ts'
import { saveFile } from '../../../api/save-file.ts'

/** The server, the language and the person of a request. */
export interface Speaker {
  api: string
  locale: string
  getToken: ApiRequest['getToken']
}

const addressOf = ({ api }: Speaker, path: string) => `${api}/v1/admin/${path}`

/** Calls the back-office API; rejects with an `ApiError`. */
export const ask = <T>(
  speaker: Speaker,
  path: string,
  asked: Pick<ApiRequest, 'method' | 'body' | 'etag'> = {},
): Promise<T> => request<T>(addressOf(speaker, path), { ...speaker, ...asked })

/** Saves a list as a file. */
export const saveList = (speaker: Speaker, path: string): Promise<void> =>
  saveFile(addressOf(speaker, path), speaker, path.split('?')[0]!)
