import { request } from '../request.ts'
import { $connection } from './connection.ts'
import { type RemoteStore, remote } from './remote.ts'

const stores = new Map<string, RemoteStore<unknown>>()

/** The address of a resource of the connected ecosystem: `/v1/ecosystems/{ecosystem}/{resource}`. */
export const ecosystemUrl = (api: string, resource: string): string =>
  `${api}/v1/ecosystems/${encodeURIComponent($connection.value.ecosystem ?? '')}/${resource}`

/** A resource under `/v1/ecosystems/{ecosystem}`: one request per page; undefined while nobody is connected. */
export const ofEcosystem = <T>(resource: string, api: string, locale: string): RemoteStore<T> | undefined => {
  const { ecosystem, getToken } = $connection.value
  if (!ecosystem || !getToken) return undefined
  const url = ecosystemUrl(api, resource)
  const key = `${url} ${locale}`
  const ask = () => request<T>(url, { locale, getToken: () => $connection.value.getToken?.() })
  const store = (stores.get(key) as RemoteStore<T> | undefined) ?? remote(ask)
  stores.set(key, store)
  return store
}

/** Asks again for everything the page shows of the connected ecosystem: something has changed. */
export const refreshEcosystem = async (api: string): Promise<void> => {
  const shown = [...stores].filter(([key]) => key.startsWith(ecosystemUrl(api, '')))
  await Promise.all(
    shown.map(async ([, store]) => {
      // What is on its way was asked before the change.
      if (store.value?.status === 'loading') await store.load()
      await store.load()
    }),
  )
}
