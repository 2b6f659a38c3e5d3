import type { Context, MiddlewareHandler } from 'hono'
import { type Allowance, countRequest } from '../../actions/concurrency/count-request.ts'
import { BillingError } from '../../base/billing-error.ts'
import type { Deps, Settings } from '../../deps.ts'
import type { AppEnv } from '../app-env.ts'
import { networkOfCaller } from './network.ts'

/** Requests a minute, all from the one setting. */
export const limitsOf = ({ rateLimitPerMinute: most }: Pick<Settings, 'rateLimitPerMinute'>) => ({
  /** What a network may post without signing in, and how often it may be wrong. */
  posts: most,
  failures: most,
  /** Of an ecosystem: each asks the provider several times. */
  previews: Math.ceil(most / 2),
  /** Of any kind, from one network: a whole company may sit behind it. */
  requests: most * 10,
})

/** Says how much is left; one too many is a `BillingError('too-many-requests')`. */
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

/** Lets a network post so much a minute to what anybody may post to. */
export const limitPosts = (deps: Deps): MiddlewareHandler<AppEnv> => {
  const { posts } = limitsOf(deps.settings)
  return async (c, next) => {
    spend(c, posts, await countRequest(deps, `posts ${caller(deps, c)}`, posts))
    await next()
  }
}

/** Lets an ecosystem see so many prices a minute, whichever of its people ask. */
export const limitPreviews = (deps: Deps): MiddlewareHandler<AppEnv> => {
  const { previews } = limitsOf(deps.settings)
  return async (c, next) => {
    spend(c, previews, await countRequest(deps, `previews ${c.var.ecosystem.id}`, previews))
    await next()
  }
}

const failures = new Set(['not-signed-in', 'bad-signature', 'link-not-valid', 'not-found'])

/**
 * Does what only a good token, signature or link lets somebody do. Bad ones are counted by network and kind; good ones never
 * are, so whoever sits behind the same address is not kept out.
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
