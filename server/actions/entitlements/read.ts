import type { Entitlements } from '#contract/entitlements'
import type { Locale } from '#contract/locale'
import { retentionOf } from '../../billing/ecosystems/retention.ts'
import { statusAt } from '../../billing/ecosystems/status.ts'
import { accessOf, accessUntil } from '../../billing/subscriptions/access.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { type Entitling, entitlingOf } from '../../db/ecosystems/entitlements.ts'
import type { Deps } from '../../deps.ts'

/**
 * An ecosystem's current entitlements: two queries, because its own backend may ask with every request that it
 * serves.
 */
export const readEntitlements = async (
  deps: Deps,
  ecosystem: Ecosystem,
  locale: Locale,
): Promise<Entitlements> => {
  const now = deps.clock.now()
  const [facts, tickets] = await Promise.all([
    entitlingOf(deps.db, ecosystem),
    ecosystem.provisionedAt ? deps.tickets.read(ecosystem.number, now) : null,
  ])
  const status = statusAt(ecosystem, now)
  const subscription = momentsOf(facts)
  const endedAt = status === 'canceled' ? subscription.endsAt : null
  const retention = retentionOf({ ...ecosystem, status, endedAt }, facts.policy)
  const access = accessOf(status, retention, now)
  const until = access === 'none' ? null : accessUntil(status, { ...ecosystem, ...subscription }, retention)
  const total = seatsOf(facts)
  return {
    ecosystem: ecosystem.id,
    revision: ecosystem.entitlementsRevision,
    status,
    access,
    plan: facts.plan,
    planVersion: facts.planVersion,
    features: Object.fromEntries(
      Object.entries(facts.features).map(([id, value]) => [id, value === true ? true : value[locale]]),
    ),
    limits: 'users' in facts.limits ? { ...facts.limits, users: total } : facts.limits,
    licences: { total },
    encounters: { available: tickets?.encounters ?? 0 },
    validUntil: until?.toISOString() ?? null,
  }
}

const momentsOf = ({ subscription }: Entitling) => {
  const periodEnd = subscription && new Date(subscription.periodEnd)
  const cancelAt = subscription?.cancelAt ? new Date(subscription.cancelAt) : null
  return { periodEnd, cancelAt, endsAt: cancelAt ?? periodEnd }
}

/** Before the first payment the trial's own limit applies. */
const seatsOf = ({ subscription, maxUsers, included, limits }: Entitling): number | null => {
  if (!subscription && maxUsers !== null) return maxUsers
  const seats = included ?? limits.users ?? null
  return seats === null ? null : seats + (subscription?.licences ?? 0)
}
