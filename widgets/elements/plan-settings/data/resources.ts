import { atom } from 'nanostores'
import type { ApiError } from '../../../api/answer.ts'
import { type RemoteStore, remote } from '../../../stores/resource.ts'
import { ask, type Speaker } from './ask.ts'

/** The stores of what the server has, by path: each is requested once, and again when it is shown after a change. */
export class Resources {
  readonly #speaker: () => Speaker
  readonly #stores = new Map<string, RemoteStore<unknown>>()
  readonly #stale = new Set<RemoteStore<unknown>>()
  /** The error that blocks everything: the person is signed out, or lacks the right. */
  readonly $refusal = atom<ApiError | undefined>()

  constructor(speaker: () => Speaker) {
    this.#speaker = speaker
  }

  at<T>(path: string): RemoteStore<T> {
    const speaker = this.#speaker()
    const key = `${speaker.locale} ${path}`
    const store = this.#stores.get(key) ?? remote(() => this.#ask(speaker, path))
    this.#stores.set(key, store)
    // The old data stay visible until the new ones arrive.
    if (this.#stale.delete(store)) queueMicrotask(() => void store.load())
    return store as RemoteStore<T>
  }

  #ask = (speaker: Speaker, path: string) =>
    ask<unknown>(speaker, path).catch((error: ApiError) => {
      if ([401, 403].includes(error.status)) this.$refusal.set(error)
      throw error
    })

  /** Data on the server may have changed. */
  turn(): void {
    for (const store of this.#stores.values()) this.#stale.add(store)
  }

  /** Drops everything, to begin again. */
  clear(): void {
    this.#stores.clear()
    this.#stale.clear()
    this.$refusal.set(undefined)
  }
}
