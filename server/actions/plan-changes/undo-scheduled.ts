import type { Billing } from '#contract/billing'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../base/billing-error.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import type { Deps } from '../../deps.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { readBilling } from '../overview/read.ts'
import { requireActiveSubscription } from '../subscriptions/require-active.ts'
import { syncSubscription } from '../subscriptions/sync.ts'

/** Takes a scheduled change back before it takes effect. */
export const undoScheduledChange = (deps: Deps, ecosystem: Ecosystem, locale: Locale): Promise<Billing> =>
  withEcosystemLock(deps, ecosystem.id, async () => {
    const { id, schedule } = await requireActiveSubscription(deps, ecosystem)
    if (!schedule?.at) throw new BillingError('no-scheduled-change')
    await deps.payments.releaseSchedule(schedule.id)
    await syncSubscription(deps, id)
    return readBilling(deps, (await ecosystemById(deps.db, ecosystem.id))!, locale)
  })
