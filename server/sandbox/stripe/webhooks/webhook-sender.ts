import { isDue } from '../due.ts'
import type { Engine } from '../engine.ts'
import type { WebhookFaults } from '../faults.ts'
import { render } from '../http/render.ts'
import type { Delivery } from '../kinds.ts'
import { post } from './post.ts'
import { sign } from './sign.ts'

const MINUTE = 60
const HOUR = 3600
/** The pauses between failed deliveries; after the last one, three days later, it is no longer sent. */
const RETRY_AFTER = [
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]

/** Waits until events have gathered, because only several can be reordered. */
const REORDER_WINDOW_MS = 50

/** Delivers events to endpoints, one at a time and in order, unless a fault changes that. */
export class WebhookSender {
  readonly #engine: Engine
  readonly #faults: WebhookFaults
  readonly #waiting = new Map<string, number>()
  #working: Promise<void> | null = null
  #closed = false
  #deliveries = 0

  constructor(engine: Engine, faults: WebhookFaults) {
    this.#engine = engine
    this.#faults = faults
    for (const delivery of engine.store.all('internal.delivery')) this.#schedule(delivery)
  }

  /** Queues the deliveries of a commit. */
  collect(deliveries: Delivery[]): void {
    for (const delivery of deliveries) this.#schedule(delivery)
    if (deliveries.length) this.wake()
  }

  /** The next retry, in seconds. */
  due(): number | null {
    let next: number | null = null
    for (const at of this.#waiting.values()) if (next === null || at < next) next = at
    return next
  }

  /** How many deliveries were attempted so far. */
  get deliveries(): number {
    return this.#deliveries
  }

  /** Resolves when every delivery due by now was made or waits for a later retry. */
  async settled(): Promise<void> {
    while (!this.#closed && (this.#working || this.#dueNow().length)) await this.#worked()
  }

  /** Begins to deliver what is due. A failure is only logged, because no caller waits for it. */
  wake(): void {
    this.#worked().catch((error) =>
      console.error('The Stripe sandbox could not record a delivery; it tries again in a minute:', error),
    )
  }

  #worked(): Promise<void> {
    this.#working ??= this.#work().finally(() => {
      this.#working = null
    })
    return this.#working
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#working?.catch(() => {})
  }

  async #work(): Promise<void> {
    await Promise.resolve()
    while (this.#dueNow().length && !this.#closed) {
      const wait = Math.max(this.#faults.delayMs, this.#faults.reorder ? REORDER_WINDOW_MS : 0)
      if (wait) await sleep(wait)
      const due = this.#dueNow()
      if (this.#faults.reorder) due.reverse()
      for (const id of due) {
        if (this.#closed) return
        await this.#deliver(id)
      }
    }
  }

  #dueNow(): string[] {
    const now = this.#engine.now()
    const due: string[] = []
    for (const [id, at] of this.#waiting) if (at <= now) due.push(id)
    return due
  }

  async #deliver(id: string): Promise<void> {
    this.#deliveries++
    const delivery = this.#engine.store.find('internal.delivery', id)
    if (!delivery || !isDue(delivery, this.#engine.now())) {
      this.#waiting.delete(id)
      return
    }
    const delivered = this.#faults.drop ? 'dropped' : await this.#send(delivery)
    if (delivered === true && this.#faults.duplicate) await this.#send(delivery)
    this.#record(delivery, delivered)
  }

  /** A dropped event is never retried; only `events.list` or a resend recovers it. */
  #record(delivery: Delivery, delivered: boolean | 'dropped'): void {
    const after = RETRY_AFTER[delivery.attempts]
    const next: Delivery = {
      ...delivery,
      attempts: delivery.attempts + 1,
      delivered: delivered === true,
      nextAt: delivered === false && after ? this.#engine.now() + after : null,
    }
    // On a full disk the result cannot be written. Without a pause it would be delivered again at once, for ever.
    this.#waiting.set(delivery.id, this.#engine.now() + MINUTE)
    this.#engine.transact((draft) => {
      draft.put('internal.delivery', next)
    })
    this.#schedule(next)
  }

  async #send(delivery: Delivery): Promise<boolean> {
    const endpoint = this.#engine.store.find('webhook_endpoint', delivery.endpoint)
    const event = this.#engine.store.find('event', delivery.event)
    if (!endpoint || !event || endpoint.status !== 'enabled') return true
    const body = JSON.stringify(render(this.#engine.store, event))
    return post(endpoint.url, body, {
      'content-type': 'application/json; charset=utf-8',
      'stripe-signature': sign(body, endpoint.secret!),
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    })
  }

  #schedule(delivery: Delivery): void {
    if (delivery.nextAt === null) this.#waiting.delete(delivery.id)
    else this.#waiting.set(delivery.id, delivery.nextAt)
  }
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
