import type { Cancellation, CancellationRequest } from '#contract/cancellation'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../base/billing-error.ts'
import { idFor } from '../../base/id.ts'
import { keptUntil } from '../../billing/ecosystems/retention.ts'
import { policyOf } from '../../db/catalogue/policies.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { recordCancellation } from '../../db/subscriptions/cancellations.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import type { SubscriptionTerms } from '../../payments/port.ts'
import { chargeUnbilledUsage } from '../collections/charge-unbilled-usage.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { readBilling } from '../overview/read.ts'
import { requireActiveSubscription } from '../subscriptions/require-active.ts'
import { syncSubscription } from '../subscriptions/sync.ts'

/**
 * Cancels a subscription at the end of its paid period ("Política de cancelación"). Services used to date are
 * charged first and a scheduled change is dropped; until the last day nothing else changes. Cancelling again
 * gives the same answer. When the charge differs from the one that was shown, it is a `price-changed` and
 * nothing changes.
 */
export const cancelSubscription = async (
  deps: Deps,
  ecosystem: Ecosystem,
  request: CancellationRequest,
  { key, locale }: { key: string; locale: Locale },
): Promise<Cancellation> =>
  withEcosystemLock(deps, ecosystem.id, async () => {
    const id = idFor('can', `${ecosystem.id}:${key}`)
    const terms = await requireActiveSubscription(deps, ecosystem)
    if (!terms.cancelAt) await cancel(deps, ecosystem, terms, { id, ...request })
    const { reason, comment = null } = request
    const row = { id, ecosystem: ecosystem.id, reason, comment, at: deps.clock.now() }
    await deps.db.transaction((tx) => recordCancellation(tx, row, terms.periodStart))
    await syncSubscription(deps, terms.id)
    return lastDays(deps, ecosystem.id, locale)
  })

const cancel = async (
  deps: Deps,
  ecosystem: Ecosystem,
  terms: SubscriptionTerms,
  { id, reason, comment, expectedTotal }: CancellationRequest & { id: string },
): Promise<void> => {
  await chargeUnbilledUsage(deps, ecosystem, terms, { name: id, expectedTotal })
  // The provider refuses to cancel a subscription that a schedule manages, so the schedule goes first.
  if (terms.schedule) await deps.payments.releaseSchedule(terms.schedule.id)
  await deps.payments.cancelAtPeriodEnd({ subscription: terms.id, reason, comment, key: `cancel/${id}` })
}

const lastDays = async (deps: Deps, id: string, locale: Locale): Promise<Cancellation> => {
  const ecosystem = (await ecosystemById(deps.db, id))!
  const end = (await subscriptionOf(deps.db, id))?.cancelAt
  // Another request undid the cancellation between two tries of this one.
  if (!end) throw new BillingError('not-canceling')
  const policy = await policyOf(deps.db, ecosystem.catalogue)
  return {
    accessUntil: end.toISOString(),
    dataUntil: keptUntil(end, policy, ecosystem.timeZone).toISOString(),
    billing: await readBilling(deps, ecosystem, locale),
  }
}
