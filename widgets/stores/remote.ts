import { atom, type ReadableAtom } from 'nanostores'
import { ApiError } from '../api.ts'

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

const hasNoAnswer = (error: ApiError) => error.status === 0

/** A resource with its own loading, error and retry; it tries again by itself when the network comes back. */
export const remote = <T>(ask: () => Promise<T>, known?: T): RemoteStore<T> => {
  const $state = atom<Remote<T>>(known ? { status: 'ready', value: known } : { status: 'loading' })
  let asking: Promise<void> | undefined

  const settle = async () => {
    const { value } = $state.value
    $state.set({ status: 'loading', value })
    try {
      $state.set({ status: 'ready', value: await ask() })
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError(0, 'unexpected', String(thrown))
      $state.set({ status: 'error', error, value })
      if (hasNoAnswer(error)) addEventListener('online', load, { once: true })
    }
    asking = undefined
  }
  const load = () => {
    asking ??= settle()
    return asking
  }
  if (!known) void load()
  return Object.assign($state, { load })
}
