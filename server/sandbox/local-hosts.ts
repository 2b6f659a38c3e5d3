import type { MiddlewareHandler } from 'hono'
import { BillingError } from '../base/billing-error.ts'
import type { AppEnv } from '../http/app-env.ts'

const isLocal = (hostname: string): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)

/**
 * Lets in requests that name this machine or the public URL. A page on the internet can point a name of its own at
 * 127.0.0.1 (DNS rebinding) and would otherwise read the sandbox's tokens from the visitor's browser.
 */
export const onlyLocalHosts = (publicUrl: string): MiddlewareHandler<AppEnv> => {
  const own = new URL(publicUrl).hostname
  return async (c, next) => {
    const { hostname } = new URL(c.req.url)
    if (hostname !== own && !isLocal(hostname)) throw new BillingError('not-found')
    await next()
  }
}
