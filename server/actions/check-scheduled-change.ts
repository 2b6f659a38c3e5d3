import { includedSeats } from '../billing/seats.ts'
import { offeredVersion } from '../db/offers.ts'
import { subscriptionOf } from '../db/subscriptions.ts'
import { usersOf } from '../db/users.ts'
import type { Deps } from '../deps.ts'
import { exclusively } from './exclusively.ts'
import { syncSubscription } from './sync-subscription.ts'

/**
 * Looks once more, just before a scheduled change, whether everybody fits ("Verificar límite de usuarios antes"). Who does
 * not fit keeps the plan: nobody is locked out by a renewal.
 */
export const checkScheduledChange = (deps: Deps, ecosystem: string): Promise<void> =>
  exclusively(deps, ecosystem, async () => {
    const subscription = await subscriptionOf(deps.db, ecosystem)
    const scheduled = subscription?.live ? subscription.scheduled : null
    if (!scheduled) return
    const plan = (await offeredVersion(deps.db, scheduled.version))!
    const included = includedSeats(plan)
    if (included === null || (await usersOf(deps.core, ecosystem)) <= included + scheduled.licences) return
    await deps.payments.releaseSchedule(scheduled.id)
    await syncSubscription(deps, subscription!.providerId)
  })
