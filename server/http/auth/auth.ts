import type { Context, MiddlewareHandler } from 'hono'
import { BillingError } from '../../base/billing-error.ts'
import { dateText } from '../../billing/calendar/date-text.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { type Role, rolesOf } from '../../db/ecosystems/users.ts'
import type { Deps } from '../../deps.ts'
import { adminStoreGroup, backOfficeGroup, type Identity } from '../../identity/token.ts'
import type { AppEnv } from '../app-env.ts'
import { countFailure } from '../limits/rate-limit.ts'

/** Lets members of the ecosystem in the path through; for all other callers the ecosystem does not exist. */
export const requireMember = (deps: Deps): MiddlewareHandler<AppEnv, '/:ecosystem/*'> => {
  return async (c, next) => {
    const { identity, ecosystem } = await signedInMember(deps, c, c.req.param('ecosystem'))
    c.set('identity', identity)
    c.set('ecosystem', ecosystem)
    await next()
  }
}

interface Member {
  identity: Identity
  ecosystem: Ecosystem
}

const signedInMember = async (deps: Deps, c: Context, id: string): Promise<Member> => {
  const identity = await signedIn(deps, c)
  const ecosystem = /^[a-z0-9-]{1,80}$/.test(id) ? await ecosystemById(deps.db, id) : null
  // Names of groups differ by case at the identity provider: VENTAS is not ventas.
  if (!ecosystem || !identity.groups.includes(ecosystem.group)) throw new BillingError('not-found')
  // Its former members learn of the deletion while their tokens are valid; for others the ecosystem never
  // existed.
  const { deletionRequestedAt: deletedAt, timeZone } = ecosystem
  if (deletedAt)
    throw new BillingError('ecosystem-deleted', { date: dateText(deletedAt, c.get('locale'), timeZone) })
  return { identity, ecosystem }
}

/**
 * Checks that the caller may buy for an ecosystem that the request names; others get the same refusal as on its
 * own routes.
 */
export const requireBuyer = async (deps: Deps, c: Context, id: string): Promise<Member> => {
  const member = await signedInMember(deps, c, id)
  if (!(await isBuyer(deps, member.identity, id))) throw new BillingError('not-allowed')
  return member
}

/** Lets administrators of the back office through. */
export const requireBackOffice = (deps: Deps): MiddlewareHandler<AppEnv> => {
  return async (c, next) => {
    const identity = await signedIn(deps, c)
    if (!identity.groups.includes(backOfficeGroup)) throw new BillingError('not-an-operator')
    c.set('identity', identity)
    await next()
    c.res.headers.set('Cache-Control', 'no-store')
  }
}

/** The identity in the access token; without a valid token it is a `BillingError('not-signed-in')`. */
const signedIn = (deps: Deps, c: Context): Promise<Identity> => {
  const [scheme, token] = (c.req.header('Authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new BillingError('not-signed-in')
  return countFailure(deps, c, 'token', () => deps.verifyToken(token))
}

/**
 * Only buyers may change anything; other members may read. The identity provider has one group of buyers for
 * all ecosystems, so a person in the registry also needs a buying role in this one.
 */
export const mayBuy =
  (deps: Deps): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const { identity, ecosystem } = c.var
    if (!(await isBuyer(deps, identity, ecosystem.id))) throw new BillingError('not-allowed')
    await next()
  }

const isBuyer = async (deps: Deps, identity: Identity, ecosystem: string): Promise<boolean> => {
  if (!identity.groups.includes(adminStoreGroup)) return false
  const email = identity.email ?? (await addressOf(deps, identity))
  const roles = email ? await rolesOf(deps.core, email) : []
  return roles.length === 0 || roles.some((one) => one.ecosystem === ecosystem && buys(one.role))
}

/** An access token has no email address, so it is requested from the identity provider. */
const addressOf = (deps: Deps, { username, subject }: Identity): Promise<string | null> =>
  deps.directory.emailOf(username ?? subject).catch((error) => {
    deps.log.warn({ err: error }, 'could not read the email address of a user')
    throw new BillingError('identity-unavailable')
  })

const buys = (role: Role): boolean => role === 'owner' || role === 'admin'
