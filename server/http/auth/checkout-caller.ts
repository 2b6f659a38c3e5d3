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

/** Who a checkout is for, as far as the request proves it: a link of a mail, or the token of somebody who may buy. */
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
 * Whose idempotency keys these are: the ecosystem's, the browser's, or those of who asks from the same network for the same
 * person. So nobody's key is answered with what somebody else asked for.
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
