import { request } from '../request.ts'
import { $connection } from './connection.ts'
import { type RemoteStore, remote } from './remote.ts'

const stores = new Map<string, RemoteStore<unknown>>()

/** A resource under `/v1/ecosystems/{ecosystem}`: one request per page; undefined while nobody is connected. */
export const ofEcosystem = <T>(resource: string, api: string, locale: string): RemoteStore<T> | undefined => {
  const { ecosystem, getToken } = $connection.value
  if (!ecosystem || !getToken) return undefined
  const url = `${api}/v1/ecosystems/${encodeURIComponent(ecosystem)}/${resource}`
  const key = `${url} ${locale}`
  const ask = () => request<T>(url, { locale, getToken: () => $connection.value.getToken?.() })
  const store = (stores.get(key) as RemoteStore<T> | undefined) ?? remote(ask)
  stores.set(key, store)
  return store
}
