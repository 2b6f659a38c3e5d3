import type { Policy } from '#contract/policy'
import type { KeptEcosystem } from '#contract/retention'
import { deletionOf, type Retention, retentionOf } from '../../billing/ecosystems/retention.ts'
import { statusAt } from '../../billing/ecosystems/status.ts'
import { policyOf } from '../../db/catalogue/policies.ts'
import { type Ecosystem, endedEcosystems } from '../../db/ecosystems/ecosystems.ts'
import type { Deps } from '../../deps.ts'
import { endOf } from '../subscriptions/schedule-lifecycle-job.ts'

/** Every ecosystem whose data is only retained, the soonest deletion first. Reading changes nothing. */
export const listRetention = async (deps: Deps): Promise<KeptEcosystem[]> => {
  const rows = await endedEcosystems(deps.db)
  const policies = new Map<string, Policy>()
  for (const catalogue of new Set(rows.map((row) => row.catalogue)))
    policies.set(catalogue, await policyOf(deps.db, catalogue))
  const all = await Promise.all(rows.map((row) => keptOf(deps, row, policies.get(row.catalogue)!)))
  return all
    .filter((one) => one !== null)
    .sort(
      (one, other) =>
        one.deletesAt.localeCompare(other.deletesAt) || one.ecosystem.localeCompare(other.ecosystem),
    )
}

const keptOf = async (deps: Deps, ecosystem: Ecosystem, policy: Policy): Promise<KeptEcosystem | null> => {
  const now = deps.clock.now()
  const status = statusAt(ecosystem, now)
  const endedAt = await endOf(deps.db, ecosystem)
  const retention = retentionOf({ ...ecosystem, status, endedAt }, policy)
  if (!retention) return null
  const { id, company, catalogue } = ecosystem
  return {
    ecosystem: id,
    company,
    catalogue,
    status: ecosystem.deletionRequestedAt ? 'deletion-requested' : (status as 'suspended' | 'canceled'),
    reason: retention.reason,
    since: retention.since.toISOString(),
    keptUntil: retention.until.toISOString(),
    ...planOf(ecosystem, retention, now),
  }
}

const planOf = (
  { deletesAt: announced, deletionRequestedAt, timeZone }: Ecosystem,
  retention: Retention,
  now: Date,
): Pick<KeptEcosystem, 'announcesAt' | 'announced' | 'deletesAt' | 'due'> => {
  const { announceAt, deletesAt } = deletionOf(retention, announced, now, timeZone)
  const isDue = announceAt ? announceAt <= now : deletesAt <= now
  return {
    announcesAt: announceAt?.toISOString() ?? null,
    announced: announceAt ? null : (announced?.toISOString() ?? null),
    deletesAt: deletesAt.toISOString(),
    due: deletionRequestedAt ? 'delete' : !isDue ? 'nothing' : announceAt ? 'announce' : 'delete',
  }
}
