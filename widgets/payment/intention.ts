import type { Interval } from '#contract/money'
import { newId } from '../base/new-id.ts'

/** What a buyer wants, and what has become of it. Shared by the tabs of a browser, so that two of them buy once. */
export interface Intention {
  catalogue: string
  plan: string
  interval: Interval
  currency: string
  /** The idempotency key: the same for every try until the server has refused it for good. */
  key: string
  /** The body sent with the key, to the letter. */
  body: string
  at: number
  checkout?: { id: string; url: string }
}

export type Order = Pick<Intention, 'catalogue' | 'plan' | 'interval' | 'currency'>

/** After this an unanswered try can't be paid any more. */
const staleMs = 23 * 60 * 60 * 1000

/** A browser may forbid storage: then the page remembers. */
const memory = new Map<string, string>()

const read = (name: string): string | undefined => {
  try {
    return localStorage.getItem(name) ?? memory.get(name)
  } catch {
    return memory.get(name)
  }
}

const write = (name: string, value: string) => {
  memory.set(name, value)
  try {
    localStorage.setItem(name, value)
  } catch {
    // The memory has it.
  }
}

/** This browser, to the billing server: a newer checkout of the same buyer closes the older one. */
export const buyer = (): string => {
  const known = read('waizant.buyer')
  if (known) return known
  write('waizant.buyer', newId())
  return read('waizant.buyer')!
}

const nameOf = (server: string) => `waizant.intentions ${server}`

const all = (server: string): Intention[] => {
  try {
    const kept = JSON.parse(read(nameOf(server)) ?? '[]') as Intention[]
    return kept.filter(({ at }) => at > Date.now() - staleMs)
  } catch {
    return []
  }
}

const isFor =
  ({ catalogue, plan, interval, currency }: Order) =>
  (one: Order) =>
    one.catalogue === catalogue && one.plan === plan && one.interval === interval && one.currency === currency

export const intentionFor = (server: string, order: Order): Intention | undefined =>
  all(server).find(isFor(order))

/** The last payment page this browser opened for a catalogue, whichever plan it was for. */
export const lastCheckout = (server: string, catalogue: string): Required<Intention> | undefined =>
  all(server)
    .filter((one): one is Required<Intention> => one.catalogue === catalogue && one.checkout !== undefined)
    .sort((a, b) => b.at - a.at)[0]

export const keep = (server: string, intention: Intention): void => {
  const others = all(server).filter((one) => !isFor(intention)(one))
  write(nameOf(server), JSON.stringify([...others, intention]))
}

export const forget = (server: string, { catalogue }: Pick<Order, 'catalogue'>, order?: Order): void => {
  const gone = order ? isFor(order) : (one: Order) => one.catalogue === catalogue
  write(nameOf(server), JSON.stringify(all(server).filter((one) => !gone(one))))
}
