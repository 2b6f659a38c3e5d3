import type { Connection } from './connection.ts'
import type { RemoteStore } from './resource.ts'

const soonMs = 1_000
const patientMs = 60_000

interface Look {
  over: AbortController
  /** Twice as long each time: a server that refuses every token is not asked more often, however many there are. */
  pauseMs: number
}

/** One for each store, however often its button is pressed meanwhile. */
const looks = new WeakMap<object, Look>()

/**
 * Loads a store again whose token was refused, or was not there: once after a moment, and then as soon as the page has
 * another token. That is looked for at times, and whenever the page is used again; the server is not asked meanwhile.
 */
export const loadOnceRenewed = (
  store: RemoteStore<unknown>,
  getToken: NonNullable<Connection['getToken']>,
  signal: AbortSignal,
): void => {
  const before = looks.get(store)
  before?.over.abort()
  const over = new AbortController()
  const own: Look = { over, pauseMs: before ? Math.min(before.pauseMs * 2, patientMs) : soonMs }
  looks.set(store, own)
  const tokenOf = async () => getToken()
  const refused = tokenOf().catch(() => undefined)
  let timer = 0

  const end = () => {
    clearTimeout(timer)
    over.abort()
  }

  const look = async () => {
    if (document.hidden) return
    const token = await tokenOf().catch(() => undefined)
    const isFirst = !before && token
    const isOther = token && token !== (await refused)
    if (over.signal.aborted) return
    if (store.value?.status === 'ready') looks.delete(store)
    else if (!signal.aborted && !isFirst && !isOther) return wait()
    else if (!signal.aborted) void store.load()
    end()
  }

  const wait = () => {
    clearTimeout(timer)
    timer = window.setTimeout(look, own.pauseMs)
    own.pauseMs = Math.min(own.pauseMs * 2, patientMs)
  }

  for (const moment of ['focus', 'online']) addEventListener(moment, look, { signal: over.signal })
  document.addEventListener('visibilitychange', look, { signal: over.signal })
  wait()
}
