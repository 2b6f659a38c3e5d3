import { atom, type WritableAtom } from 'nanostores'
import { ecosystemUrl, refreshEcosystem } from './ecosystem-resource.ts'

/** A payment under way: enough to ask the server how it ended, without personal data. */
export interface Pending {
  /** Its id on the server: of a quote or a purchase. */
  id: string
  /** The idempotency key of its request. */
  key: string
  at: number
}

export type PendingKind = 'plan-change' | 'encounters'

export type Pendings = Readonly<Partial<Record<PendingKind, Pending>>>

/** After this time no bank waits for an answer any more, and the server has dropped the idempotency key. */
const staleMs = 23 * 60 * 60 * 1000

const stores = new Map<string, WritableAtom<Pendings>>()

/** Whose payments: taken once, because another customer may be connected while a payment is under way. */
export interface Payer {
  api: string
  /** The address of their ecosystem. */
  url: string
}

/** The customer who is connected now. */
export const payerOf = (api: string): Payer => ({ api, url: ecosystemUrl(api, '') })

const nameOf = ({ url }: Payer) => `waizant.pending ${url}`

const fresh = (text: string | null): Pendings => {
  try {
    const all = Object.entries(JSON.parse(text ?? '{}') as Pendings)
    return Object.fromEntries(all.filter(([, { at }]) => at > Date.now() - staleMs))
  } catch {
    return {}
  }
}

/** A browser may forbid storage; then the payment is remembered as long as the page. */
const stored = (name: string): Pendings => {
  try {
    return fresh(localStorage.getItem(name))
  } catch {
    return {}
  }
}

const follow = (name: string, { api }: Payer, $pendings: WritableAtom<Pendings>) =>
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== name) return
    const before = $pendings.get()
    $pendings.set(fresh(newValue))
    const isSettled = Object.keys(before).some((kind) => !$pendings.get()[kind as PendingKind])
    if (isSettled) void refreshEcosystem(api)
  })

/**
 * A customer's payments under way: they survive a reload and are visible in every tab of the browser. When
 * another tab settles one, this page loads its data again.
 */
export const pendingOf = (payer: Payer): WritableAtom<Pendings> => {
  const name = nameOf(payer)
  let store = stores.get(name)
  if (!store) {
    store = atom(stored(name))
    stores.set(name, store)
    follow(name, payer, store)
  }
  return store
}

const write = (payer: Payer, pendings: Pendings) => {
  pendingOf(payer).set(pendings)
  try {
    localStorage.setItem(nameOf(payer), JSON.stringify(pendings))
  } catch {
    // Kept in memory.
  }
}

/** Call before the first request that may move money. */
export const keepPending = (payer: Payer, kind: PendingKind, pending: Pending): void =>
  write(payer, { ...pendingOf(payer).get(), [kind]: pending })

/** Call once the server has said how the payment ended. */
export const settlePending = (payer: Payer, kind: PendingKind): void => {
  const { [kind]: _, ...others } = pendingOf(payer).get()
  write(payer, others)
}

/**
 * Runs the work unless another tab of this browser is running it; returns undefined then. A browser without locks
 * relies on the idempotency key alone, as separate devices do.
 */
export const solely = async <T>(
  payer: Payer,
  kind: PendingKind,
  work: () => Promise<T>,
): Promise<T | undefined> =>
  navigator.locks
    ? navigator.locks.request(`${nameOf(payer)} ${kind}`, { ifAvailable: true }, (lock) =>
        lock ? work() : undefined,
      )
    : work()

/**
 * Waits until no tab of this browser is at it any more, however that tab ended, and returns what it has left: the
 * storage itself is read, because its event may come later.
 */
export const leftBehind = async (payer: Payer, kind: PendingKind): Promise<Pending | undefined> => {
  const name = nameOf(payer)
  await navigator.locks.request(`${name} ${kind}`, () => {})
  const $pendings = pendingOf(payer)
  $pendings.set(stored(name))
  return $pendings.get()[kind]
}
