import type { Deps } from '../../deps.ts'
import type { ProviderEvent } from '../../payments/port.ts'
import { storeEvents } from './store.ts'

/**
 * Stores a provider message whose signature covers its raw bytes. It is acknowledged only after this has
 * returned.
 */
export type ReceiveEvent = (raw: string, signature: string) => Promise<void>

/** Messages that arrive during a commit share the next one: a burst costs few commits. */
export const eventReceiver = (deps: Deps): ReceiveEvent => {
  const ours = deps.settings.config.stripe.apiVersion
  const store = grouped((together: ProviderEvent[]) => storeEvents(deps, together), mostTogether)
  return async (raw, signature) => {
    const event = deps.payments.event(raw, signature)
    // Nothing is lost: the handler reads the object again in our own API version.
    if (event.apiVersion && event.apiVersion !== ours)
      deps.log.warn(
        { event: event.id, theirs: event.apiVersion, ours },
        'the webhook endpoint uses another API version',
      )
    await store(event)
  }
}

const mostTogether = 100

interface Waiting<T> {
  item: T
  resolve(): void
  reject(error: unknown): void
}

/**
 * Callers pass one item each; `work` gets many at a time. An item that fails rejects for its own caller only.
 */
const grouped = <T>(work: (items: T[]) => Promise<unknown>, atMost: number) => {
  const waiting: Waiting<T>[] = []
  let working = false

  const alone = ({ item, resolve, reject }: Waiting<T>) => work([item]).then(resolve, reject)

  const run = async () => {
    working = true
    while (waiting.length) {
      const group = waiting.splice(0, atMost)
      const done = await work(group.map(({ item }) => item)).then(
        () => true,
        () => false,
      )
      if (done) for (const { resolve } of group) resolve()
      else for (const one of group) await alone(one)
    }
    working = false
  }

  return (item: T): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!working) void run()
    })
}
