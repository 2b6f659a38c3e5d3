import type { IncomingMessage } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import { countRequest } from '../actions/count-request.ts'
import { BillingError } from '../billing-error.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from './app-env.ts'

/** Lets an address post so much a minute, and says how much is left. */
export const rateLimit = (deps: Deps): MiddlewareHandler<AppEnv> => {
  const { rateLimitPerMinute, trustProxy } = deps.settings
  return async (c, next) => {
    const { left, resetsIn } = await countRequest(deps, addressOf(c, trustProxy))
    c.header('RateLimit-Limit', String(rateLimitPerMinute))
    c.header('RateLimit-Remaining', String(Math.max(0, left)))
    c.header('RateLimit-Reset', String(resetsIn))
    if (left < 0) {
      c.header('Retry-After', String(resetsIn))
      throw new BillingError('too-many-requests')
    }
    await next()
  }
}

const addressOf = (c: Context, trustProxy: boolean): string => {
  // The last address is the one that our own proxy saw; those before it are the sender's word.
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  return forwarded ?? incoming?.socket?.remoteAddress ?? 'unknown'
}
