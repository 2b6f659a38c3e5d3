import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { BillingError } from '../../base/billing-error.ts'
import type { Settings } from '../../deps.ts'
import type { AppEnv } from '../app-env.ts'
import { addressOf, networkOf, networkOfCaller } from './network.ts'
import { limitsOf } from './rate-limit.ts'

const windowMs = 60_000

/** The rest of the limit for the answer's headers, and whether this request is over it. */
interface Counted {
  headers: Record<string, string>
  isTooMany: boolean
}

/**
 * Counts every request of a network in this process's memory: a database write for each would cost more than
 * most answers do. Expensive requests have limits of their own, which all replicas share.
 */
export const floodLimit = (settings: Pick<Settings, 'rateLimitPerMinute' | 'trustProxy'>) => {
  const most = limitsOf(settings).requests
  const counts = new Map<string, number>()
  let endsAt = 0

  const count = (network: string): Counted => {
    const now = Date.now()
    if (now >= endsAt || endsAt - now > windowMs) {
      counts.clear()
      endsAt = now + windowMs
    }
    const asked = (counts.get(network) ?? 0) + 1
    counts.set(network, asked)
    const resetsIn = String(Math.max(1, Math.ceil((endsAt - now) / 1000)))
    const headers = {
      'RateLimit-Limit': String(most),
      'RateLimit-Remaining': String(Math.max(0, most - asked)),
      'RateLimit-Reset': resetsIn,
    }
    const isTooMany = asked > most
    return { headers: isTooMany ? { ...headers, 'Retry-After': resetsIn } : headers, isTooMany }
  }

  /**
   * The provider sends many messages at once, and valid ones are never limited; nor are this process's own
   * requests.
   */
  const limited: MiddlewareHandler<AppEnv> = async (c, next) => {
    const network = c.req.path.startsWith('/webhooks/') ? null : networkOfCaller(c, settings.trustProxy)
    if (network) {
      const { headers, isTooMany } = count(network)
      for (const [name, value] of Object.entries(headers)) c.header(name, value)
      if (isTooMany) throw new BillingError('too-many-requests')
    }
    await next()
  }

  /** The same for requests that are answered without the routes. False: the request is over the limit. */
  const lets = (request: IncomingMessage, response: ServerResponse): boolean => {
    const forwarded = request.headers['x-forwarded-for']?.toString()
    const address = addressOf(request, forwarded, settings.trustProxy)
    if (!address) return true
    const { headers, isTooMany } = count(networkOf(address))
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    return !isTooMany
  }

  return { limited, lets }
}
