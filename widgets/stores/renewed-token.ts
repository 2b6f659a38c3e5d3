import type { Connection } from './connection.ts'
import type { RemoteStore } from './resource.ts'

const soonMs = 1_000
const patientMs = 60_000

interface Look {
  over: AbortController
  /**
   * The pause doubles each time: a server that refuses every token does not get more requests, however many tokens
   * there are.
   */
  pauseMs: number
}

/** One per store, however often its retry button is pressed meanwhile. */
const looks = new WeakMap<object, Look>()

/**
 * Reloads a store whose token was missing or refused: once after a moment, then as soon as the page has another token.
 * The token callback is checked at intervals and whenever the page is used; the server gets no requests meanwhile.
 */
export const loadOnceRenewed = (
  store: RemoteStore<unknown>,
  getToken: NonNullable<Connection['getToken']>,
  signal: AbortSignal,
  wasRefused: boolean,
): void => {
  const before = looks.get(store)
  before?.over.abort()
  const over = new AbortController()
  const own: Look = { over, pauseMs: before ? Math.min(before.pauseMs * 2, patientMs) : soonMs }
  looks.set(store, own)
  const tokenOf = async () => getToken()
  let refused: unknown
  // Without a token nothing was refused. A callback that never answers must not end the later tries.
  if (wasRefused)
    void tokenOf().then(
      (token) => {
        refused = token
      },
      () => {},
    )
  let timer = 0

  const end = () => {
    clearTimeout(timer)
    over.abort()
  }

  const look = async () => {
    if (document.hidden) return
    wait()
    const token = await tokenOf().catch(() => undefined)
    const isFirst = !before && token
    const isOther = token && token !== refused
    if (over.signal.aborted) return
    if (store.value?.status === 'ready') looks.delete(store)
    else if (!signal.aborted && !isFirst && !isOther) return
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
