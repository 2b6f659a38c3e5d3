import type { ApiError } from '../../../api/answer.ts'
import type { WaizantElement } from '../../../base/element.ts'
import { type Remote, type RemoteStore, remote } from '../../../stores/resource.ts'
import { ask, type Speaker } from './ask.ts'

/** Cache of the back-office data by path: each is requested once, and again after a change. */
export class ResourceCache {
  readonly #host: WaizantElement
  readonly #stores = new Map<string, RemoteStore<unknown>>()
  readonly #stale = new Set<string>()

  constructor(host: WaizantElement) {
    this.#host = host
  }

  get speaker(): Speaker {
    const { server: api, serverLanguage: locale } = this.#host
    return { api, locale }
  }

  #store<T>(path: string): RemoteStore<T> {
    const { speaker } = this
    const key = `${speaker.locale} ${path}`
    const known = this.#stores.get(key) as RemoteStore<T> | undefined
    const store = known ?? remote(() => ask<T>(speaker, path))
    this.#stores.set(key, store)
    if (known && this.#stale.delete(key)) queueMicrotask(() => void store.load())
    return store
  }

  /** The cached data; the element renders again when they change. */
  read<T>(path: string): Remote<T> {
    return this.#host.stores.read(this.#store<T>(path))
  }

  /** Requests the latest data. Rejects with an `ApiError`. */
  latest<T>(path: string): Promise<T> {
    return ask<T>(this.speaker, path)
  }

  again = async (path: string): Promise<void> => {
    await this.#store(path).load()
  }

  /**
   * Marks everything as stale: it is requested again when shown, and the old data stay visible until the new ones
   * arrive.
   */
  turn(): void {
    for (const key of this.#stores.keys()) this.#stale.add(key)
  }

  /** Drops everything: another person has signed in. */
  clear(): void {
    this.#stores.clear()
    this.#stale.clear()
  }

  /** The error that blocks everything: the person is signed out, or lacks the right. */
  get refusal(): ApiError | undefined {
    const errors = [...this.#stores.values()].map(({ value }) => value?.error)
    return errors.find((error) => error && [401, 403].includes(error.status))
  }
}
