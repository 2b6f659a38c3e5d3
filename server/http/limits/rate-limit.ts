import type { Context, MiddlewareHandler } from 'hono'
import { type Allowance, countRequest } from '../../actions/concurrency/count-request.ts'
import { BillingError } from '../../base/billing-error.ts'
import type { Deps, Settings } from '../../deps.ts'
import type { AppEnv } from '../app-env.ts'
import { networkOfCaller } from './network.ts'

/** Requests per minute, all derived from one setting. */
export const limitsOf = ({ rateLimitPerMinute: most }: Pick<Settings, 'rateLimitPerMinute'>) => ({
  /** Posts without signing in, and failed attempts, per network. */
  posts: most,
  failures: most,
  /** Previews per ecosystem: each sends several requests to the provider. */
  previews: Math.ceil(most / 2),
  /** Requests of any kind per network: a whole company may share one. */
  requests: most * 10,
})

/** Sets the headers with the rest of the limit; a request over the limit is a `BillingError('too-many-requests')`. */
const spend = (c: Context, most: number, { left, resetsIn }: Allowance): void => {
  c.header('RateLimit-Limit', String(most))
  c.header('RateLimit-Remaining', String(Math.max(0, left)))
  c.header('RateLimit-Reset', String(resetsIn))
  if (left >= 0) return
  c.header('Retry-After', String(resetsIn))
  throw new BillingError('too-many-requests')
}

const caller = (deps: Deps, c: Context): string =>
  networkOfCaller(c, deps.settings.trustProxy) ?? 'this process'

/** Limits a network's posts per minute to public routes. */
export const limitPosts = (deps: Deps): MiddlewareHandler<AppEnv> => {
  const { posts } = limitsOf(deps.settings)
  return async (c, next) => {
    spend(c, posts, await countRequest(deps, `posts ${caller(deps, c)}`, posts))
    await next()
  }
}

/** Limits an ecosystem's previews per minute, for all of its people together. */
export const limitPreviews = (deps: Deps): MiddlewareHandler<AppEnv> => {
  const { previews } = limitsOf(deps.settings)
  return async (c, next) => {
    spend(c, previews, await countRequest(deps, `previews ${c.var.ecosystem.id}`, previews))
    await next()
  }
}

const failures = new Set(['not-signed-in', 'bad-signature', 'link-not-valid', 'not-found'])

/**
 * Runs work that needs a valid token, signature or link. Failures are counted by network and kind, successes
 * never, so that other users behind the same address are not blocked.
 */
export const countFailure = async <T>(
  deps: Deps,
  c: Context,
  kind: 'token' | 'signature' | 'link',
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof BillingError && failures.has(error.code))) throw error
    const most = limitsOf(deps.settings).failures
    spend(c, most, await countRequest(deps, `bad ${kind} ${caller(deps, c)}`, most))
    throw error
  }
}
