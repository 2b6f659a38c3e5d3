import type { Billing } from '#contract/billing'
import type { Locale } from '#contract/locale'
import { BillingError } from '../billing-error.ts'
import { type Ecosystem, ecosystemById } from '../db/ecosystems.ts'
import type { Deps } from '../deps.ts'
import { exclusively } from './exclusively.ts'
import { readBilling } from './read-billing.ts'
import { termsInForce } from './subscription-in-force.ts'
import { syncSubscription } from './sync-subscription.ts'

/** Takes a scheduled change back, as long as it has not happened. */
export const undoScheduledChange = (deps: Deps, ecosystem: Ecosystem, locale: Locale): Promise<Billing> =>
  exclusively(deps, ecosystem.id, async () => {
    const { id, schedule } = await termsInForce(deps, ecosystem)
    if (!schedule?.at) throw new BillingError('no-scheduled-change')
    await deps.payments.releaseSchedule(schedule.id)
    await syncSubscription(deps, id)
    return readBilling(deps, (await ecosystemById(deps.db, ecosystem.id))!, locale)
  })
