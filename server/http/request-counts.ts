import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from './app-env.ts'

/** Seconds; slower requests are counted in the total but in no bucket. */
export const buckets = [0.005, 0.025, 0.1, 0.5, 2.5]

/** The counts of one kind of request since the process started. */
export interface RequestCount {
  method: string
  /** The route's pattern, never the path: `/v1/ecosystems/:ecosystem/billing`. */
  route: string
  status: number
  count: number
  seconds: number
  /** How many requests took at most as long as each bucket says. */
  within: number[]
}

/** Counts requests by method, route and status. */
export const requestCounts = () => {
  const counts = new Map<string, RequestCount>()

  const counted: MiddlewareHandler<AppEnv> = async (c, next) => {
    const startedAt = performance.now()
    await next()
    const seconds = (performance.now() - startedAt) / 1000
    const method = c.req.method
    const route = matchedRoutes(c).findLast((one) => one.method === method)?.path ?? 'none'
    const status = c.res.status
    const key = route === 'none' ? `- none ${status}` : `${method} ${route} ${status}`
    const known = counts.get(key)
    // Unknown methods count as one, because a client could invent any number of them.
    const one = known ?? {
      method: route === 'none' ? '-' : method,
      route,
      status,
      count: 0,
      seconds: 0,
      within: buckets.map(() => 0),
    }
    one.count++
    one.seconds += seconds
    for (const [index, most] of buckets.entries()) if (seconds <= most) one.within[index]!++
    counts.set(key, one)
  }

  return { counted, read: (): RequestCount[] => [...counts.values()] }
}
