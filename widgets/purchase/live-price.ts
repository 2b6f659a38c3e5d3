import { ApiError } from '../api/answer.ts'

const pauseMs = 220

/** A price that follows what a person types: requested when they pause; only the last answer counts. */
export class LivePrice<T> {
  value: T | undefined
  error: ApiError | undefined
  isAsking = false
  readonly #ask: (quantity: number) => Promise<T>
  readonly #changed: () => void
  #turn = 0
  #quantity: number | undefined

  constructor(ask: (quantity: number) => Promise<T>, changed: () => void) {
    this.#ask = ask
    this.#changed = changed
  }

  /** Drops the price and the request on its way, without notifying listeners. */
  clear(): void {
    this.#turn++
    this.#quantity = undefined
    Object.assign(this, { value: undefined, error: undefined, isAsking: false })
  }

  /** Asks once more for the last quantity, as after a change of language. */
  again(): void {
    if (this.#quantity !== undefined) void this.follow(this.#quantity, 0)
  }

  async follow(quantity: number, pause: number = pauseMs): Promise<void> {
    const turn = ++this.#turn
    this.#quantity = quantity
    const isCurrent = () => turn === this.#turn
    this.isAsking = true
    this.error = undefined
    this.#changed()
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (!isCurrent()) return
    try {
      const value = await this.#ask(quantity)
      if (isCurrent()) this.#settle(value, undefined)
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected')
      if (isCurrent()) this.#settle(undefined, error)
    }
  }

  #settle(value: T | undefined, error: ApiError | undefined) {
    Object.assign(this, { value, error, isAsking: false })
    this.#changed()
  }
}
