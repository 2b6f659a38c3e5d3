import type { Interval } from '#contract/money'
import { newId } from '../base/new-id.ts'

/** What a buyer wants, and what has become of it. Shared by the tabs of a browser, so that two of them buy once. */
export interface Intention {
  catalogue: string
  plan: string
  interval: Interval
  currency: string
  /** The ecosystem it is for, or the signed link that names one; none: a stranger buys. */
  owner?: string | undefined
  /** The idempotency key: the same for every try until the server has refused it for good. */
  key: string
  /** The body sent with the key, to the letter. */
  body: string
  at: number
  checkout?: { id: string; url: string }
}

export type Order = Pick<Intention, 'catalogue' | 'plan' | 'interval' | 'currency' | 'owner'>

/** What may be bought once at a time: a catalogue, for one owner. */
type Shelf = Pick<Order, 'catalogue' | 'owner'>

type CheckedOut = Intention & Required<Pick<Intention, 'checkout'>>

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

/** The last payment page this browser opened for a catalogue and an owner, whichever plan it was for. */
export const lastCheckout = (server: string, shelf: Shelf): CheckedOut | undefined =>
  all(server)
    .filter((one): one is CheckedOut => isOn(shelf)(one) && one.checkout !== undefined)
    .sort((a, b) => b.at - a.at)[0]

export const keep = (server: string, intention: Intention): void => {
  const others = all(server).filter((one) => !isFor(intention)(one))
  write(nameOf(server), JSON.stringify([...others, intention]))
}

/** Of one order, or of everything on its shelf. */
export const forget = (server: string, shelf: Shelf, order?: Order): void => {
  const gone = order ? isFor(order) : isOn(shelf)
  write(nameOf(server), JSON.stringify(all(server).filter((one) => !gone(one))))
}
