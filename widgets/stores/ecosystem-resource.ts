import type { ApiError } from '../api/answer.ts'
import { request } from '../api/request.ts'
import { $connection, type Connection, perPerson, personSignal } from './connection.ts'
import { type RemoteStore, remote } from './resource.ts'

const stores = perPerson(() => new Map<string, RemoteStore<unknown>>())

/** The call of `connect` that a resource was last asked after. */
const askedAfter = new WeakMap<object, Connection>()

/** The address of a resource of the connected ecosystem: `/v1/ecosystems/{ecosystem}/{resource}`. */
export const ecosystemUrl = (api: string, resource: string): string =>
  `${api}/v1/ecosystems/${encodeURIComponent($connection.value.ecosystem ?? '')}/${resource}`

/**
 * A resource under `/v1/ecosystems/{ecosystem}`: one request per page; undefined while nobody is connected. What failed is
 * asked for again after `connect`, and what was refused for its token as soon as there is another one.
 */
export const ofEcosystem = <T>(resource: string, api: string, locale: string): RemoteStore<T> | undefined => {
  const connection = $connection.value
  const { ecosystem, getToken } = connection
  if (!ecosystem || !getToken) return undefined
  const url = ecosystemUrl(api, resource)
  const key = `${url} ${locale}`
  const signal = personSignal()
  const known = stores().get(key) as RemoteStore<T> | undefined
  const ask = async () => {
    try {
      return await request<T>(url, { locale, getToken, signal })
    } catch (error) {
      const { status, code } = error as ApiError
      if (status === 401 || code === 'no-token')
        void import('./renewed-token.ts').then((renewed) => renewed.loadOnceRenewed(store, getToken, signal))
      throw error
    }
  }
  const store: RemoteStore<T> = known ?? remote(ask)
  if (known?.value?.error && askedAfter.get(known) !== connection) queueMicrotask(known.load)
  askedAfter.set(store, connection)
  stores().set(key, store)
  return store
}

/** Asks again for everything the page shows of the connected ecosystem: something has changed. */
export const refreshEcosystem = async (api: string): Promise<void> => {
  const shown = [...stores()].filter(([key]) => key.startsWith(ecosystemUrl(api, '')))
  await Promise.all(
    shown.map(async ([, store]) => {
      // What is on its way was asked before the change.
      if (store.value?.status === 'loading') await store.load()
      await store.load()
    }),
  )
}
