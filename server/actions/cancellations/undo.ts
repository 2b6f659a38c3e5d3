import type { Billing } from '#contract/billing'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../base/billing-error.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { undoCancellation as markUndone } from '../../db/subscriptions/cancellations.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { readBilling } from '../overview/read.ts'
import { syncSubscription } from '../subscriptions/sync.ts'

/**
 * Undoes a cancellation before it takes effect, so that the subscription renews. A subscription that has ended
 * is a `BillingError('subscription-ended')`: a new checkout of the same ecosystem restores everything.
 */
export const undoCancellation = async (deps: Deps, { id }: Ecosystem, locale: Locale): Promise<Billing> =>
  withEcosystemLock(deps, id, async () => {
    const known = await subscriptionOf(deps.db, id)
    if (!known) throw new BillingError('not-canceling')
    const terms = await deps.payments.terms(known.providerId)
    if (!terms.live) throw new BillingError('subscription-ended')
    if (terms.cancelAt) await deps.payments.keepSubscription(terms.id)
    // Synchronised before the refusal too: an earlier try may have crashed after it changed the provider.
    await markUndone(deps.db, id, terms.periodStart, deps.clock.now())
    if (!terms.cancelAt) throw new BillingError('not-canceling')
    await syncSubscription(deps, terms.id)
    return readBilling(deps, (await ecosystemById(deps.db, id))!, locale)
  })
