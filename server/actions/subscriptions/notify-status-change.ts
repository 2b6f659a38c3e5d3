import type { Policy } from '#contract/policy'
import { keptUntil, retentionOf } from '../../billing/ecosystems/retention.ts'
import { isSubscribed } from '../../billing/ecosystems/status.ts'
import { planNameOf } from '../../db/catalogue/plan-names.ts'
import type { Db } from '../../db/connection/open.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import type { Subscription } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { notify } from '../notifications/enqueue.ts'
import type { Before } from './update-account-status.ts'

interface After {
  ecosystem: Ecosystem
  subscription: Subscription
  policy: Policy
}

/**
 * Notifies an ecosystem's people of a new subscription status: a failed charge, a suspension, a decided end.
 */
export const notifyStatusChange = async (deps: Deps, tx: Db, before: Before, after: After): Promise<void> => {
  await tellOfArrears(deps, tx, after)
  await tellOfReturn(deps, tx, before, after)
  await tellOfEnd(deps, tx, before, after)
}

/** A late run sends only the latest of the two: never the warning of a suspension that has already happened. */
const tellOfArrears = async (
  deps: Deps,
  tx: Db,
  { ecosystem, subscription, policy }: After,
): Promise<void> => {
  const { id, status, suspendsAt } = ecosystem
  const { arrears, currency } = subscription
  if (!arrears) return
  const amount = { amount: arrears.amount, currency }
  const { reason, retryAt } = arrears
  if (status === 'past-due')
    await notify(deps, tx, {
      ecosystem: id,
      kind: 'payment-failed',
      key: `payment-failed/${arrears.invoice}`,
      facts: { amount, reason, retryAt, suspendsAt: suspendsAt?.toISOString() ?? null },
    })
  const retention = retentionOf({ ...ecosystem, trialEndsAt: null, endedAt: null }, policy)
  if (status === 'suspended' && retention)
    await notify(deps, tx, {
      ecosystem: id,
      kind: 'suspended',
      key: `suspended/${arrears.invoice}`,
      facts: { amount, dataUntil: retention.until.toISOString() },
    })
}

/** A suspension for a debt is over because the debt was paid. */
const tellOfReturn = async (deps: Deps, tx: Db, before: Before, { ecosystem }: After): Promise<void> => {
  const paid = before.subscription?.arrears
  if (!paid || before.ecosystem.status !== 'suspended' || !isSubscribed(ecosystem.status)) return
  if (ecosystem.status === 'past-due') return
  const plan = await planNameOf(tx, ecosystem.version)
  await notify(deps, tx, {
    ecosystem: ecosystem.id,
    kind: 'reactivated',
    key: `reactivated/${paid.invoice}`,
    facts: { plan },
  })
}

/** The end of a subscription was decided or taken back, here or at the provider. */
const tellOfEnd = async (
  deps: Deps,
  tx: Db,
  { subscription: before }: Before,
  { ecosystem, subscription: now, policy }: After,
): Promise<void> => {
  if (before?.providerId !== now.providerId || !now.live) return
  if (+(before.cancelAt ?? 0) === +(now.cancelAt ?? 0)) return
  const subject = { ecosystem: ecosystem.id, plan: await planNameOf(tx, now.version) }
  // The same end may be decided again after it was taken back: each decision is announced.
  const key = (what: string) => `${what}/${now.providerId}/${now.syncedAt.toISOString()}`
  if (now.cancelAt)
    await notify(deps, tx, {
      ecosystem: subject.ecosystem,
      kind: 'cancellation-confirmed',
      key: key('cancellation-confirmed'),
      facts: {
        plan: subject.plan,
        accessUntil: now.cancelAt.toISOString(),
        dataUntil: keptUntil(now.cancelAt, policy, ecosystem.timeZone).toISOString(),
      },
    })
  else
    await notify(deps, tx, {
      ecosystem: subject.ecosystem,
      kind: 'cancellation-undone',
      key: key('cancellation-undone'),
      facts: { plan: subject.plan, nextPayment: nextPaymentOf(now) },
    })
}

const nextPaymentOf = ({ nextPayment, currency }: Subscription) =>
  nextPayment && { at: nextPayment.date, amount: { amount: nextPayment.amount, currency } }
