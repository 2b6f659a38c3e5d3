import { atom, type ReadableAtom } from 'nanostores'
import type { ApiError } from '../api/answer.ts'

/** The state of a resource of the server on this page. */
export interface Remote<T> {
  status: 'loading' | 'ready' | 'error'
  /** The last known value, kept while another is loading or has failed to load. */
  value?: T | undefined
  error?: ApiError | undefined
}

export interface RemoteStore<T> extends ReadableAtom<Remote<T>> {
  /** Requests the resource, one request at a time; a known value stays visible meanwhile. */
  load(): Promise<void>
}

/** A resource with its own loading, error and retry; it retries by itself when the network comes back. */
export const remote = <T>(ask: () => Promise<T>, known?: T, arrived?: (value: T) => void): RemoteStore<T> => {
  const $state = atom<Remote<T>>({ status: known ? 'ready' : 'loading', value: known })
  let asking: Promise<void> | undefined

  const settle = async () => {
    let state = $state.get()
    $state.set({ status: 'loading', value: state.value })
    try {
      const value = await ask()
      arrived?.(value)
      state = { status: 'ready', value }
    } catch (thrown) {
      const error = thrown as ApiError
      state = { status: 'error', value: state.value, error }
      if (!error.status) addEventListener('online', load, { once: true })
    }
    asking = undefined
    $state.set(state)
  }
  const load = () => {
    asking ??= settle()
    return asking
  }
  if (!known) void load()
  return Object.assign($state, { load })
}
