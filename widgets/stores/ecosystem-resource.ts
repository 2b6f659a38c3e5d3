import type { ApiError } from '../api/answer.ts'
import { request } from '../api/request.ts'
import { $connection, type Connection, personSignal } from './connection.ts'
import { perPerson } from './per-person.ts'
import { type RemoteStore, remote } from './resource.ts'

const stores = perPerson(() => new Map<string, RemoteStore<unknown>>())

/** The call of `connect` after which a resource was last requested. */
const askedAfter = new WeakMap<object, Connection>()

/** The address of a resource of the connected ecosystem: `/v1/ecosystems/{ecosystem}/{resource}`. */
export const ecosystemUrl = (api: string, resource: string): string =>
  `${api}/v1/ecosystems/${encodeURIComponent($connection.value.ecosystem ?? '')}/${resource}`

/**
 * A resource under `/v1/ecosystems/{ecosystem}`: one request per page; undefined while no customer is connected. A
 * failed request is repeated after `connect`; one with a refused token, as soon as there is another token.
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
        void import('./renewed-token.ts').then((renewed) =>
          renewed.loadOnceRenewed(store, getToken, signal, status === 401),
        )
      throw error
    }
  }
  const store: RemoteStore<T> = known ?? remote(ask)
  if (known?.value?.error && askedAfter.get(known) !== connection) queueMicrotask(known.load)
  askedAfter.set(store, connection)
  stores().set(key, store)
  return store
}

/** Loads everything again that the page shows of the connected ecosystem, after a change. */
export const refreshEcosystem = async (api: string): Promise<void> => {
  const shown = [...stores()].filter(([key]) => key.startsWith(ecosystemUrl(api, '')))
  await Promise.all(
    shown.map(async ([, store]) => {
      // A request on its way was sent before the change, so it does not count.
      if (store.value?.status === 'loading') await store.load()
      await store.load()
    }),
  )
}
