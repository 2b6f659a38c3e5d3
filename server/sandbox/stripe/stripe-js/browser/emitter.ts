type Handler = (event: never) => unknown

/** The event methods of every element: `on`, `once` and `off`. */
export class Emitter {
  readonly #handlers = new Map<string, Set<Handler>>()

  on(type: string, handler: Handler): this {
    const handlers = this.#handlers.get(type) ?? new Set()
    handlers.add(handler)
    this.#handlers.set(type, handlers)
    return this
  }

  once(type: string, handler: Handler): this {
    const first: Handler = (event) => {
      this.off(type, first)
      return handler(event)
    }
    return this.on(type, first)
  }

  off(type: string, handler?: Handler): this {
    if (handler) this.#handlers.get(type)?.delete(handler)
    else this.#handlers.delete(type)
    return this
  }

  protected emit(type: string, event: object): void {
    for (const handler of [...(this.#handlers.get(type) ?? [])]) handler(event as never)
  }
}
