import type { Billing } from '#contract/billing'
import type { Locale } from '#contract/locale'
import type { TimeZoneChange } from '#contract/time-zone'
import { BillingError } from '../../base/billing-error.ts'
import { knownTimeZone } from '../../billing/calendar/time-zone.ts'
import { isSubscribed } from '../../billing/ecosystems/status.ts'
import { type Ecosystem, ecosystemById, lockEcosystem } from '../../db/ecosystems/ecosystems.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { inputMessage } from '../../words/input.ts'
import { bumpEntitlementsRevision } from '../entitlements/bump-revision.ts'
import { readBilling } from '../overview/read.ts'
import { arrangeReminder } from '../subscriptions/remind-renewal.ts'
import { scheduleLifecycleJob } from '../subscriptions/schedule-lifecycle-job.ts'
import { updateAccountStatus } from '../subscriptions/update-account-status.ts'

/**
 * Changes the zone in which an ecosystem's days begin. Everything counted in days (suspension, reminders,
 * retention) is recomputed in the same transaction. Payment times stay as they were sold.
 */
export const changeTimeZone = async (
  deps: Deps,
  { id }: Ecosystem,
  { timeZone: asked }: TimeZoneChange,
  locale: Locale,
): Promise<Billing> => {
  const timeZone = knownTimeZone(asked)
  if (!timeZone) {
    const message = inputMessage({ code: 'invalid_format' }, locale)
    throw new BillingError('invalid-input', {}, [{ path: 'timeZone', message }])
  }
  await deps.db.transaction(async (tx) => {
    const before = (await lockEcosystem(tx, id))!
    await bumpEntitlementsRevision(deps, tx, id, { timeZone })
    const ecosystem = { ...before, timeZone }
    const subscription = await subscriptionOf(tx, id)
    if (!subscription || !isSubscribed(before.status)) return scheduleLifecycleJob(deps, tx, id)
    await updateAccountStatus(deps, tx, { ecosystem, subscription }, subscription)
    await arrangeReminder(deps, tx, subscription)
  })
  deps.jobs.wake()
  return readBilling(deps, (await ecosystemById(deps.db, id))!, locale)
}
