import { atom, type ReadableAtom } from 'nanostores'
import type { ApiError } from '../api/answer.ts'

/** What the page knows of something that lives on the server. */
export interface Remote<T> {
  status: 'loading' | 'ready' | 'error'
  /** The last known one, also while another is on its way or failed to come. */
  value?: T | undefined
  error?: ApiError | undefined
}

export interface RemoteStore<T> extends ReadableAtom<Remote<T>> {
  /** Asks the server, once at a time; a value already known stays visible meanwhile. */
  load(): Promise<void>
}

/** A resource with its own loading, error and retry; it tries again by itself when the network comes back. */
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
