import { type ApiRequest, request } from '../../../api/request.ts'
import { saveFile } from '../../../api/save-file.ts'
import { $connection } from '../../../stores/connection.ts'

export interface Speaker {
  api: string
  locale: string
}

const addressOf = ({ api }: Speaker, path: string) => `${api}/v1/admin/${path}`

const asPerson = ({ locale }: Speaker) => ({ locale, getToken: $connection.value.getToken })

/** Calls the back-office API; rejects with an `ApiError`. */
export const ask = <T>(
  speaker: Speaker,
  path: string,
  asked: Pick<ApiRequest, 'method' | 'body' | 'etag'> = {},
): Promise<T> => request<T>(addressOf(speaker, path), { ...asPerson(speaker), ...asked })

/** Saves a list as a file. */
export const saveList = (speaker: Speaker, path: string): Promise<void> =>
  saveFile(addressOf(speaker, path), asPerson(speaker), path.split('?')[0]!)
