import type { ApiError } from '../../api/answer.ts'
import type { WaizantElement } from '../../base/element.ts'
import { type Remote, type RemoteStore, remote } from '../../stores/resource.ts'
import { ask, type Speaker } from './ask.ts'

/** What the element has read of the back office, by address: asked for once, and again after a change. */
export class Shelf {
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

  /** What is known; the element renders again when there is more. */
  read<T>(path: string): Remote<T> {
    return this.#host.stores.read(this.#store<T>(path))
  }

  /** The latest, waited for. Rejects with an `ApiError`. */
  latest<T>(path: string): Promise<T> {
    return ask<T>(this.speaker, path)
  }

  again = async (path: string): Promise<void> => {
    await this.#store(path).load()
  }

  /** Whatever is shown from now on is asked for again; until it comes, what is known stays visible. */
  turn(): void {
    for (const key of this.#stores.keys()) this.#stale.add(key)
  }

  /** Somebody else is signed in. */
  clear(): void {
    this.#stores.clear()
    this.#stale.clear()
  }

  /** Why nothing can be read at all: nobody is signed in any more, or somebody without the right. */
  get refusal(): ApiError | undefined {
    const errors = [...this.#stores.values()].map(({ value }) => value?.error)
    return errors.find((error) => error && [401, 403].includes(error.status))
  }
}
