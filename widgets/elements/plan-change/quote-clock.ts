import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { PlanChangeQuote } from '#contract/plan-change'

const nearMs = 120_000
const longestMs = 600_000

/**
 * How long a quote is still valid. The server's clock may differ from this computer's, so the quote carries its
 * duration, which is counted from its arrival.
 */
export class QuoteClock implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #expired: () => void
  #quote: PlanChangeQuote | undefined
  #ends = 0
  #timer = 0

  constructor(host: ReactiveControllerHost, expired: () => void) {
    this.#host = host
    this.#expired = expired
    host.addController(this)
  }

  /** The time left as `1:05`, once it is short. */
  get left(): string {
    const ms = this.#ends - performance.now()
    if (!this.#quote || ms <= 0 || ms > nearMs) return ''
    return new Date(ms).toISOString().slice(15, 19)
  }

  /** Starts the countdown of this quote; without a quote, stops it. */
  watch(quote: PlanChangeQuote | undefined): void {
    if (quote === this.#quote) return
    clearTimeout(this.#timer)
    this.#quote = quote
    if (!quote) return
    const given = quote.effect === 'now' ? new Date(quote.effectiveAt).getTime() : Date.now()
    const holds = new Date(quote.expiresAt).getTime() - given
    this.#ends = performance.now() + (holds > 0 ? Math.min(holds, longestMs) : longestMs)
    this.#tick()
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
    this.#quote = undefined
  }

  #tick = () => {
    const left = this.#ends - performance.now()
    if (left <= 0) return this.#expired()
    if (left <= nearMs) this.#host.requestUpdate()
    this.#timer = window.setTimeout(this.#tick, left > nearMs ? left - nearMs : 1000)
  }
}
