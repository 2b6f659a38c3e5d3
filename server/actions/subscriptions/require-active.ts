import { BillingError } from '../../base/billing-error.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import type { SubscriptionTerms } from '../../payments/port.ts'

/**
 * The terms of an ecosystem's live subscription, read from the provider; without one it is a `no-subscription`.
 */
export const requireActiveSubscription = async (
  deps: Deps,
  ecosystem: Ecosystem,
): Promise<SubscriptionTerms> => {
  const known = await subscriptionOf(deps.db, ecosystem.id)
  if (!known?.live) throw new BillingError('no-subscription')
  const terms = await deps.payments.terms(known.providerId)
  if (!terms.live) throw new BillingError('no-subscription')
  return terms
}

const owing = new Set(['past_due', 'unpaid'])

/** A renewal was not paid. */
export const owesRenewal = ({ status }: Pick<SubscriptionTerms, 'status'>): boolean => owing.has(status)

/** The subscription may be paused at the provider: then there is no upcoming invoice to change. */
export const isRunning = ({ live, status }: SubscriptionTerms): boolean => live && status !== 'paused'
