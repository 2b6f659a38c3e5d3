import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from './app-env.ts'
import { localeFrom } from './locale.ts'

/** Sets an answer's request id, the caller's language, and the security headers for JSON. */
export const requestContext = (deps: Deps): MiddlewareHandler<AppEnv> => {
  return async (c, next) => {
    const requestId = randomUUID()
    const startedAt = performance.now()
    c.set('requestId', requestId)
    c.set('locale', localeFrom(c.req.header('Accept-Language')))
    await next()
    c.res.headers.set('X-Request-Id', requestId)
    c.res.headers.set('X-Content-Type-Options', 'nosniff')
    c.res.headers.append('Vary', 'Accept-Language')
    const ms = Math.round(performance.now() - startedAt)
    deps.log.debug({ requestId, method: c.req.method, path: c.req.path, status: c.res.status, ms }, 'request')
  }
}
