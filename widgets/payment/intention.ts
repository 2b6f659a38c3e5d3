import type { Interval } from '#contract/money'
import { newId } from '../base/new-id.ts'

/** A buyer's intention to buy, and its state. All tabs of a browser share it, so that two tabs buy once. */
export interface Intention {
  catalogue: string
  plan: string
  interval: Interval
  currency: string
  /** The ecosystem that it is for, or the signed link that names one; absent for a visitor without an account. */
  owner?: string | undefined
  /** The idempotency key: kept over all tries until the server has refused it for good. */
  key: string
  /** The exact body that was sent with the key. */
  body: string
  at: number
  checkout?: { id: string; url: string }
}

export type Order = Pick<Intention, 'catalogue' | 'plan' | 'interval' | 'currency' | 'owner'>

/** The scope of one purchase at a time: a catalogue, for one owner. */
type Shelf = Pick<Order, 'catalogue' | 'owner'>

type CheckedOut = Intention & Required<Pick<Intention, 'checkout'>>

/** After this time a try without an answer can no longer be paid. */
const staleMs = 23 * 60 * 60 * 1000

/** A browser may forbid storage; then the intention lasts as long as the page. */
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
    // Kept in memory.
  }
}

/** Identifies this browser to the billing server: a newer checkout of the same buyer closes the older one. */
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

const isOn =
  ({ catalogue, owner }: Shelf) =>
  (one: Shelf) =>
    one.catalogue === catalogue && one.owner === owner

const isFor = (order: Order) => (one: Order) =>
  isOn(order)(one) &&
  one.plan === order.plan &&
  one.interval === order.interval &&
  one.currency === order.currency

export const intentionFor = (server: string, order: Order): Intention | undefined =>
  all(server).find(isFor(order))

/** The last payment page that this browser opened for a catalogue and an owner, for any plan. */
export const lastCheckout = (server: string, shelf: Shelf): CheckedOut | undefined =>
  all(server)
    .filter((one): one is CheckedOut => isOn(shelf)(one) && one.checkout !== undefined)
    .sort((a, b) => b.at - a.at)[0]

export const keep = (server: string, intention: Intention): void => {
  const others = all(server).filter((one) => !isFor(intention)(one))
  write(nameOf(server), JSON.stringify([...others, intention]))
}

/** Removes the intention of one order, or all of this scope. */
export const forget = (server: string, shelf: Shelf, order?: Order): void => {
  const gone = order ? isFor(order) : isOn(shelf)
  write(nameOf(server), JSON.stringify(all(server).filter((one) => !gone(one))))
}
