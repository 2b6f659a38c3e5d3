import { dueReminder, renewalReminders } from '../../billing/subscriptions/renewal-reminders.ts'
import { planNameOf } from '../../db/catalogue/plan-names.ts'
import { policyOf } from '../../db/catalogue/policies.ts'
import type { Db } from '../../db/connection/open.ts'
import { type Ecosystem, ecosystemById, lockEcosystem } from '../../db/ecosystems/ecosystems.ts'
import { isTold } from '../../db/notifications/messages.ts'
import { type Subscription, subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { notify } from '../notifications/enqueue.ts'

/**
 * Sends the reminder of the next renewal when it is due, with the date and amount that the provider previewed,
 * and schedules the next reminder. It may run late or twice: a reminder is sent once, and never after its
 * renewal.
 */
export const remindRenewal = async (deps: Deps, id: string): Promise<void> => {
  await deps.db.transaction(async (tx) => {
    const ecosystem = await lockEcosystem(tx, id)
    const subscription = await subscriptionOf(tx, id)
    if (!ecosystem || !subscription) return
    await remind(deps, tx, ecosystem, subscription)
    await arrangeReminder(deps, tx, subscription)
  })
  deps.jobs.wake()
}

const keyOf = ({ providerId, periodEnd }: Subscription, days: number) =>
  `renewal-reminder/${providerId}/${periodEnd.toISOString()}/${days}`

/** A customer who leaves, owes money or has nothing to pay gets other mails instead. */
const renews = ({ live, providerStatus, cancelAt, nextPayment }: Subscription): boolean =>
  live && providerStatus === 'active' && cancelAt === null && nextPayment !== null

const remindersOf = async (tx: Db, subscription: Subscription, now: Date) => {
  const { catalogue, timeZone } = (await ecosystemById(tx, subscription.ecosystem))!
  const period = { ...subscription, timeZone }
  const all = renewalReminders(period, await policyOf(tx, catalogue))
  return { due: dueReminder(all, period, now), next: all.find(({ at }) => at > now) ?? null }
}

const remind = async (deps: Deps, tx: Db, { id }: Ecosystem, subscription: Subscription): Promise<void> => {
  const { due } = await remindersOf(tx, subscription, deps.clock.now())
  if (!due || !renews(subscription)) return
  const { currency, nextPayment, scheduled, paymentMethod } = subscription
  const { version, interval } = scheduled ?? subscription
  await notify(deps, tx, {
    ecosystem: id,
    kind: 'renewal-reminder',
    key: keyOf(subscription, due.days),
    facts: {
      plan: await planNameOf(tx, version),
      interval,
      at: nextPayment!.date,
      amount: { amount: nextPayment!.amount, currency },
      card: paymentMethod && { brand: paymentMethod.brand, last4: paymentMethod.last4 },
    },
  })
}

/**
 * Schedules the next reminder of a subscription as it is now; one that is overdue and was not sent runs at
 * once.
 */
export const arrangeReminder = async (deps: Deps, tx: Db, subscription: Subscription): Promise<void> => {
  const { ecosystem } = subscription
  const { due, next } = await remindersOf(tx, subscription, deps.clock.now())
  const missed = due && !(await isTold(tx, keyOf(subscription, due.days))) ? due : null
  const at = renews(subscription) ? (missed ?? next)?.at : null
  if (at) await deps.scheduler.at(tx, 'remind-renewal', ecosystem, at, { ecosystem })
  else await deps.scheduler.cancel(tx, 'remind-renewal', ecosystem)
}
