import { followsAfterMs } from '../plans/follows-after.ts'
import { plansOf } from './plans.ts'
import { type PlansQuery, plansUrl } from './plans-url.ts'

/**
 * The server knows a new price within a second after it is published; with this pause, visitors see it in less than
 * five.
 */
const everyMs = 3_500
/** The first check is as early as if this code had loaded with the plans. */
const firstMs = everyMs - followsAfterMs
const patientMs = 60_000

interface Watch {
  followers: number
  start: () => void
  stop: () => void
}

const watches = new Map<string, Watch>()

/**
 * Keeps the plans of a page current while the page may be visible, with one request per list for all its elements. The
 * browser sends the ETag along, so an unchanged list costs no body. Returns the function that stops it.
 */
export const followPlans = (query: PlansQuery): (() => void) => {
  const url = plansUrl(query)
  const watch = watches.get(url) ?? watchOver(query, url)
  watches.set(url, watch)
  if (!watch.followers++) watch.start()
  let isFollowing = true
  return () => {
    if (isFollowing && !--watch.followers) watch.stop()
    isFollowing = false
  }
}

const watchOver = (query: PlansQuery, url: string): Watch => {
  let timer = 0
  let pauseMs = firstMs
  let lookedAt = performance.now()
  let seen: string | null = null
  let isAsking = false

  const look = async () => {
    lookedAt = performance.now()
    isAsking = true
    try {
      const response = await fetch(url)
      if (!response.ok) throw response
      const tag = response.headers.get('etag')
      if (!tag || tag !== seen) await take(query, url, await response.text())
      seen = tag
      pauseMs = everyMs
    } catch {
      pauseMs = Math.min(pauseMs * 2, patientMs)
    }
    isAsking = false
    plan()
  }

  /** A hidden page does not poll; it polls again when it becomes visible. */
  const plan = () => {
    clearTimeout(timer)
    if (document.hidden || isAsking || !watches.get(url)?.followers) return
    timer = window.setTimeout(look, Math.max(0, lookedAt + pauseMs - performance.now()))
  }

  const again = () => {
    pauseMs = everyMs
    plan()
  }

  return {
    followers: 0,
    start: () => {
      document.addEventListener('visibilitychange', again)
      addEventListener('online', again)
      plan()
    },
    stop: () => {
      document.removeEventListener('visibilitychange', again)
      removeEventListener('online', again)
      clearTimeout(timer)
    },
  }
}

/** Passes an answer to the store of the list, if it has changed. */
const take = async (query: PlansQuery, url: string, text: string) => {
  const store = plansOf(query)
  const { value, status } = store.value ?? {}
  if (status === 'loading' || JSON.stringify(value) === JSON.stringify(JSON.parse(text))) return
  globalThis.waizantAhead = { ...globalThis.waizantAhead, [url]: Promise.resolve(new Response(text)) }
  await store.load()
}
