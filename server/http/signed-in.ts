import type { Context, MiddlewareHandler } from 'hono'
import { BillingError } from '../billing-error.ts'
import { ecosystemById } from '../db/ecosystems.ts'
import type { Deps } from '../deps.ts'
import { adminStoreGroup, backOfficeGroup, type Identity } from '../identity/token.ts'
import type { AppEnv } from './app-env.ts'

/** Lets in who belongs to the ecosystem of the path; to everybody else it does not exist. */
export const memberOfEcosystem = (deps: Deps): MiddlewareHandler<AppEnv, '/:ecosystem/*'> => {
  return async (c, next) => {
    const identity = await signedIn(deps, c)
    const id = c.req.param('ecosystem')
    const ecosystem = /^[a-z0-9-]{1,80}$/.test(id) ? await ecosystemById(deps.db, id) : null
    const group = ecosystem?.group.toLowerCase()
    if (
      !ecosystem ||
      ecosystem.deletionRequestedAt ||
      !identity.groups.some((one) => one.toLowerCase() === group)
    )
      throw new BillingError('not-found')
    c.set('identity', identity)
    c.set('ecosystem', ecosystem)
    await next()
  }
}

/** Lets in who runs the back office. */
export const operator = (deps: Deps): MiddlewareHandler<AppEnv> => {
  return async (c, next) => {
    const identity = await signedIn(deps, c)
    if (!identity.groups.includes(backOfficeGroup)) throw new BillingError('not-an-operator')
    c.set('identity', identity)
    await next()
    c.res.headers.set('Cache-Control', 'no-store')
  }
}

/** Whose token it is; without a good one it is a `BillingError('not-signed-in')`. */
const signedIn = (deps: Deps, c: Context): Promise<Identity> => {
  const [scheme, token] = (c.req.header('Authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new BillingError('not-signed-in')
  return deps.verifyToken(token)
}

/** Only buyers of the store may change anything; the others of the ecosystem may read. */
export const mayBuy: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!c.var.identity.groups.includes(adminStoreGroup)) throw new BillingError('not-allowed')
  await next()
}
