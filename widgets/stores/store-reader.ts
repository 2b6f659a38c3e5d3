import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ReadableAtom } from 'nanostores'

/** Lets an element read any store while it renders, and renders it again when one of them changes. */
export class StoreReader implements ReactiveController {
  readonly #host: ReactiveControllerHost & { isConnected: boolean }
  readonly #read = new Map<ReadableAtom<unknown>, () => void>()

  constructor(host: ReactiveControllerHost & { isConnected: boolean }) {
    this.#host = host
    host.addController(this)
  }

  read<T>(store: ReadableAtom<T>): T {
    if (this.#host.isConnected && !this.#read.has(store)) {
      this.#read.set(
        store,
        store.listen(() => this.#host.requestUpdate()),
      )
    }
    return store.value as T
  }

  hostConnected(): void {
    this.#host.requestUpdate()
  }

  hostDisconnected(): void {
    for (const forget of this.#read.values()) forget()
    this.#read.clear()
  }
}
