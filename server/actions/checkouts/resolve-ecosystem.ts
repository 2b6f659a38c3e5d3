import type { CheckoutRequest } from '#contract/checkout'
import { BillingError } from '../../base/billing-error.ts'
import { statusAt } from '../../billing/ecosystems/status.ts'
import type { CheckoutRow } from '../../db/checkouts/checkouts.ts'
import { boughtFromBrowser, ecosystemOfPerson } from '../../db/checkouts/same-person.ts'
import { customerOf } from '../../db/ecosystems/customers.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import type { Deps } from '../../deps.ts'

/** The caller who opens a checkout, as far as their identity is proved. */
export interface Caller {
  /** Proved by an access token or by a signed link; null: nothing is proved. */
  ecosystem: Ecosystem | null
  /** The email address in the token; null: unknown. */
  email: string | null
}

/**
 * Refuses to sell to a customer who has a subscription already. A caller who has proved nothing never learns
 * that.
 */
export const refuseSubscribed = async (
  deps: Deps,
  request: CheckoutRequest,
  { ecosystem }: Caller,
): Promise<void> => {
  if (ecosystem && ecosystem.catalogue !== request.catalogue) throw new BillingError('not-found')
  const known = ecosystem ?? (await boughtByBrowser(deps, request))
  if (known && !mayStart(known, deps.clock.now())) throw new BillingError('already-subscribed')
}

/** Whether an ecosystem may start a subscription: it is in trial, after its trial, or cancelled. */
export const mayStart = (ecosystem: Ecosystem, now: Date): boolean => {
  const status = statusAt(ecosystem, now)
  return (
    status === 'trialing' ||
    status === 'canceled' ||
    (status === 'suspended' && ecosystem.trialEndsAt !== null)
  )
}

/** What the same person bought earlier from the same browser. The buyer id is a secret of that browser. */
const boughtByBrowser = async (
  deps: Deps,
  { buyer, catalogue, email, company }: CheckoutRequest,
): Promise<Ecosystem | null> => {
  if (!buyer || !email || !company) return null
  const bought = await boughtFromBrowser(deps.db, { buyer, catalogue, email, company })
  return bought ? ecosystemById(deps.db, bought) : null
}

/**
 * The ecosystem that a paid checkout without an ecosystem activates: the earlier ecosystem of the same person
 * of the same company, so that paying after a trial keeps everything. An ecosystem that has paid before is left
 * out, because its provider customer may hold a balance: a caller must prove that it is theirs to buy for it.
 */
export const triedBefore = async (deps: Deps, checkout: CheckoutRow): Promise<Ecosystem | null> => {
  const { catalogue, email, company, currency } = checkout
  if (!email || !company) return null
  const same = await ecosystemOfPerson(deps.db, { catalogue, email, company })
  if (!same || !mayStart(same, deps.clock.now())) return null
  return same.deletedAt || !(await customerOf(deps.db, same.id, currency)) ? same : null
}
