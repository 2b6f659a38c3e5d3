import { cors } from 'hono/cors'
import type { Deps } from '../deps.ts'

const shared = {
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'If-None-Match'],
  exposeHeaders: [
    'Content-Disposition',
    'ETag',
    'X-Request-Id',
    'RateLimit-Limit',
    'RateLimit-Remaining',
    'RateLimit-Reset',
    'Retry-After',
  ],
  maxAge: 86_400,
}

/** Any page may use prices, checkouts, trials and leads. */
export const publicCors = cors({ ...shared, origin: '*' })

/** Only origins on the allow-list may read customers' and administrators' data. */
export const listedCors = (deps: Deps) =>
  cors({ ...shared, origin: (origin) => (deps.settings.isAllowedOrigin(origin) ? origin : null) })
