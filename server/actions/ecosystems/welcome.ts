import { planNameOf } from '../../db/catalogue/plan-names.ts'
import type { Db } from '../../db/connection/open.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { trialOf } from '../../db/ecosystems/trials.ts'
import { hasOtherSubscription, type Subscription } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { notify } from '../notifications/enqueue.ts'
import { nextPaymentOf } from '../subscriptions/notify-events.ts'
import { arrangeReminder } from '../subscriptions/remind-renewal.ts'

/**
 * Sends a welcome mail when a customer can start: in trial, with their first plan, or back with another plan
 * after the last one ended.
 */
export const welcome = async (
  deps: Deps,
  tx: Db,
  ecosystem: Ecosystem,
  subscription: Subscription | null,
): Promise<void> => {
  if (subscription?.live) {
    await welcomePaying(deps, tx, ecosystem, subscription)
    await arrangeReminder(deps, tx, subscription)
  } else if (ecosystem.trialEndsAt && !subscription)
    await welcomeTrial(deps, tx, ecosystem, ecosystem.trialEndsAt)
}

const welcomeTrial = async (deps: Deps, tx: Db, { id, version }: Ecosystem, endsAt: Date): Promise<void> => {
  const trial = await trialOf(tx, id)
  if (!trial || endsAt <= deps.clock.now()) return
  await notify(deps, tx, {
    ecosystem: id,
    kind: 'welcome',
    key: `welcome/${id}`,
    facts: {
      plan: await planNameOf(tx, version),
      trial: { endsAt: endsAt.toISOString(), maxUsers: trial.maxUsers },
    },
  })
}

const welcomePaying = async (
  deps: Deps,
  tx: Db,
  { id }: Ecosystem,
  subscription: Subscription,
): Promise<void> => {
  const { providerId, version } = subscription
  const hadAnother = await hasOtherSubscription(tx, id, providerId)
  const plan = await planNameOf(tx, version)
  if (hadAnother)
    await notify(deps, tx, {
      ecosystem: id,
      kind: 'reactivated',
      key: `reactivated/${providerId}`,
      facts: { plan },
    })
  else
    await notify(deps, tx, {
      ecosystem: id,
      kind: 'welcome',
      key: `welcome/${providerId}`,
      facts: { plan, nextPayment: nextPaymentOf(subscription) },
    })
}
