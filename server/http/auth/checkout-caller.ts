import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { CheckoutRequest } from '#contract/checkout'
import type { Caller } from '../../actions/checkouts/resolve-ecosystem.ts'
import { ecosystemOfLink } from '../../actions/notifications/checkout-link.ts'
import { BillingError } from '../../base/billing-error.ts'
import type { Deps } from '../../deps.ts'
import { networkOfCaller } from '../limits/network.ts'
import { countFailure } from '../limits/rate-limit.ts'
import { requireBuyer } from './auth.ts'

/**
 * The customer of a checkout, as far as the request proves it: by a link from a mail, or by the token of a
 * member who may buy.
 */
export const checkoutCaller = async (
  deps: Deps,
  c: Context,
  { link, ecosystem: id }: CheckoutRequest,
): Promise<Caller> => {
  if (link) {
    const ecosystem = await countFailure(deps, c, 'link', () => ecosystemOfLink(deps, link))
    if (id && id !== ecosystem.id) throw new BillingError('link-not-valid')
    return { ecosystem, email: null }
  }
  if (!id) return { ecosystem: null, email: null }
  const { identity, ecosystem } = await requireBuyer(deps, c, id)
  return { ecosystem, email: identity.email }
}

/**
 * The scope of idempotency keys: the ecosystem, the browser, or the network together with the person in the
 * form. A caller therefore never gets the answer to another caller's request.
 */
export const keyScope = (
  deps: Deps,
  c: Context,
  {
    ecosystem,
    buyer,
    email = '',
    company = '',
  }: {
    ecosystem?: string | undefined
    buyer?: string | undefined
    email?: string | undefined
    company?: string | undefined
  },
): string => {
  if (ecosystem) return `ecosystem:${ecosystem}`
  if (buyer) return `buyer:${buyer}`
  const person = [networkOfCaller(c, deps.settings.trustProxy), email.toLowerCase(), company.toLowerCase()]
  return createHash('sha256').update(JSON.stringify(person)).digest('hex')
}
