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

const nameOf = (api: string) => `waizant.pending ${ecosystemUrl(api, '')}`

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

const follow = (name: string, api: string, $pendings: WritableAtom<Pendings>) =>
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== name) return
    const before = $pendings.get()
    $pendings.set(fresh(newValue))
    const isSettled = Object.keys(before).some((kind) => !$pendings.get()[kind as PendingKind])
    if (isSettled) void refreshEcosystem(api)
  })

/**
 * The connected ecosystem's payments under way: they survive a reload and are visible in every tab of the browser. When
 * another tab settles one, this page loads its data again.
 */
export const pendingOf = (api: string): WritableAtom<Pendings> => {
  const name = nameOf(api)
  let store = stores.get(name)
  if (!store) {
    store = atom(stored(name))
    stores.set(name, store)
    follow(name, api, store)
  }
  return store
}

const write = (api: string, pendings: Pendings) => {
  pendingOf(api).set(pendings)
  try {
    localStorage.setItem(nameOf(api), JSON.stringify(pendings))
  } catch {
    // Kept in memory.
  }
}

/** Call before the first request that may move money. */
export const keepPending = (api: string, kind: PendingKind, pending: Pending): void =>
  write(api, { ...pendingOf(api).get(), [kind]: pending })

/** Call once the server has said how the payment ended. */
export const settlePending = (api: string, kind: PendingKind): void => {
  const { [kind]: _, ...others } = pendingOf(api).get()
  write(api, others)
}

/**
 * Runs the work unless another tab of this browser is running it; returns undefined then. A browser without locks
 * relies on the idempotency key alone, as separate devices do.
 */
export const solely = async <T>(
  api: string,
  kind: PendingKind,
  work: () => Promise<T>,
): Promise<T | undefined> =>
  navigator.locks
    ? navigator.locks.request(`${nameOf(api)} ${kind}`, { ifAvailable: true }, (lock) =>
        lock ? work() : undefined,
      )
    : work()
