import '../chunks/acting.ts'
import type { Speaker } from '../api/mutate.ts'
import { saveFile } from '../api/save-file.ts'
import { $connection, personSignal } from '../stores/connection.ts'
import { ecosystemUrl } from '../stores/ecosystem-resource.ts'

/** Saves the ecosystem's data as a file. Rejects with an `ApiError`. */
export const saveExport = ({ api, locale, signal = personSignal() }: Speaker): Promise<void> => {
  const { ecosystem, getToken } = $connection.value
  return saveFile(ecosystemUrl(api, 'export'), { locale, getToken, signal }, `${ecosystem}.zip`)
}
