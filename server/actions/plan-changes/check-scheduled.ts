import { includedSeats } from '../../billing/seats/included.ts'
import { planNameOf } from '../../db/catalogue/plan-names.ts'
import { offeredVersion } from '../../db/catalogue/snapshots.ts'
import { usersOf } from '../../db/ecosystems/users.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { notify } from '../notifications/enqueue.ts'
import { syncSubscription } from '../subscriptions/sync.ts'

/**
 * Checks once more, just before a scheduled change, whether all users fit ("Verificar límite de usuarios
 * antes"). If they do not, the customer keeps the plan: a renewal locks no one out.
 */
export const checkScheduledChange = (deps: Deps, ecosystem: string): Promise<void> =>
  withEcosystemLock(deps, ecosystem, async () => {
    const subscription = await subscriptionOf(deps.db, ecosystem)
    const scheduled = subscription?.live ? subscription.scheduled : null
    if (!scheduled) return
    const plan = (await offeredVersion(deps.db, scheduled.version))!
    const included = includedSeats(plan)
    const inUse = await usersOf(deps.core, ecosystem)
    if (included === null || inUse <= included + scheduled.licences) return
    await deps.payments.releaseSchedule(scheduled.id)
    await deps.db.transaction(async (tx) =>
      notify(deps, tx, {
        ecosystem,
        kind: 'plan-change-taken-back',
        key: `plan-change-taken-back/${scheduled.id}`,
        facts: {
          from: await planNameOf(tx, subscription!.version),
          to: plan.name,
          inUse,
          seats: included + scheduled.licences,
        },
      }),
    )
    await syncSubscription(deps, subscription!.providerId)
  })
