import type { MiddlewareHandler } from 'hono'
import { BillingError } from '../billing-error.ts'
import { ecosystemById } from '../db/ecosystems.ts'
import type { Deps } from '../deps.ts'
import { adminStoreGroup } from '../identity/token.ts'
import type { AppEnv } from './app-env.ts'

/** Lets in who belongs to the ecosystem of the path; to everybody else it does not exist. */
export const memberOfEcosystem = (deps: Deps): MiddlewareHandler<AppEnv, '/:ecosystem/*'> => {
  return async (c, next) => {
    const [scheme, token] = (c.req.header('Authorization') ?? '').split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new BillingError('not-signed-in')
    const identity = await deps.verifyToken(token)
    const id = c.req.param('ecosystem')
    const ecosystem = /^[a-z0-9-]{1,80}$/.test(id) ? await ecosystemById(deps.db, id) : null
    const group = ecosystem?.group.toLowerCase()
    if (!ecosystem || !identity.groups.some((one) => one.toLowerCase() === group))
      throw new BillingError('not-found')
    c.set('identity', identity)
    c.set('ecosystem', ecosystem)
    await next()
  }
}

/** Only buyers of the store may change anything; the others of the ecosystem may read. */
export const mayBuy: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!c.var.identity.groups.includes(adminStoreGroup)) throw new BillingError('not-allowed')
  await next()
}
