import type { CheckoutRequest } from '#contract/checkout'
import { BillingError } from '../../base/billing-error.ts'
import { statusAt } from '../../billing/ecosystems/status.ts'
import type { CheckoutRow } from '../../db/checkouts/checkouts.ts'
import { boughtFromBrowser, ecosystemOfPerson } from '../../db/checkouts/same-person.ts'
import { customerOf } from '../../db/ecosystems/customers.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import type { Deps } from '../../deps.ts'

/** Who opens a checkout, as far as they have proved it. */
export interface Caller {
  /** Proved by a token of it or by a signed link; null: nothing is proved. */
  ecosystem: Ecosystem | null
  /** The address of whose token it is; null: unknown. */
  email: string | null
}

/** Refuses to sell to who has a subscription already; who has proved nothing is never told. */
export const refuseSubscribed = async (
  deps: Deps,
  request: CheckoutRequest,
  { ecosystem }: Caller,
): Promise<void> => {
  if (ecosystem && ecosystem.catalogue !== request.catalogue) throw new BillingError('not-found')
  const known = ecosystem ?? (await boughtByBrowser(deps, request))
  if (known && !mayStart(known, deps.clock.now())) throw new BillingError('already-subscribed')
}

/** In trial, after it, or cancelled: what has no subscription may begin one. */
export const mayStart = (ecosystem: Ecosystem, now: Date): boolean => {
  const status = statusAt(ecosystem, now)
  return (
    status === 'trialing' ||
    status === 'canceled' ||
    (status === 'suspended' && ecosystem.trialEndsAt !== null)
  )
}

/** What the same person bought from the same browser before; its buyer is a secret of that browser. */
const boughtByBrowser = async (
  deps: Deps,
  { buyer, catalogue, email, company }: CheckoutRequest,
): Promise<Ecosystem | null> => {
  if (!buyer || !email || !company) return null
  const bought = await boughtFromBrowser(deps.db, { buyer, catalogue, email, company })
  return bought ? ecosystemById(deps.db, bought) : null
}

/**
 * The ecosystem that a paid checkout of nobody in particular activates: the one that the same person of the same company
 * tried before, so that paying after a trial keeps everything. One that has paid before stays with the provider's customer
 * who holds its balance: only who proves that it is theirs buys for it.
 */
export const triedBefore = async (deps: Deps, checkout: CheckoutRow): Promise<Ecosystem | null> => {
  const { catalogue, email, company, currency } = checkout
  if (!email || !company) return null
  const same = await ecosystemOfPerson(deps.db, { catalogue, email, company })
  if (!same || !mayStart(same, deps.clock.now())) return null
  return same.deletedAt || !(await customerOf(deps.db, same.id, currency)) ? same : null
}
