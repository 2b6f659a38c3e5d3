import { deletionOf, retentionOf } from '../../billing/ecosystems/retention.ts'
import { statusAt } from '../../billing/ecosystems/status.ts'
import { policyOf } from '../../db/catalogue/policies.ts'
import type { Db } from '../../db/connection/open.ts'
import {
  type Ecosystem,
  ecosystemById,
  lockEcosystem,
  updateEcosystem,
} from '../../db/ecosystems/ecosystems.ts'
import { unregisterEcosystem } from '../../db/ecosystems/registry.ts'
import { writeAudit } from '../../db/operations/audit.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import { ticketsName } from '../../db/tickets/tickets.ts'
import type { Deps } from '../../deps.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { bumpEntitlementsRevision } from '../entitlements/bump-revision.ts'
import { owesRenewal } from '../subscriptions/require-active.ts'
import { endOf, scheduleLifecycleJob } from '../subscriptions/schedule-lifecycle-job.ts'
import { syncSubscription } from '../subscriptions/sync.ts'
import { removeOwnGroup } from './identity-group.ts'

/**
 * Deletes an ecosystem's own data when the announced time has come: its database, its users, their access.
 * Invoices stay, as the law requires. A deletion that was requested always completes, even after interruptions;
 * a customer who returned before the request keeps everything.
 */
export const deleteEcosystem = async (deps: Deps, id: string, actor: string): Promise<void> =>
  withEcosystemLock(deps, id, async () => {
    const ecosystem = (await ecosystemById(deps.db, id))!
    if (ecosystem.deletedAt) return
    // A payment at the last moment is read from the provider first.
    const subscription = await subscriptionOf(deps.db, id)
    if (subscription?.live) await syncSubscription(deps, subscription.providerId)
    if (!(await request(deps, id, actor))) return
    if (subscription?.live) await endSubscription(deps, subscription.providerId)
    await deps.tickets.drop(ecosystem.number)
    await unregisterEcosystem(deps.core, id)
    await removeOwnGroup(deps, ecosystem)
    await finish(deps, ecosystem, actor)
  })

/** False: the deletion is not due, or no longer. */
const request = (deps: Deps, id: string, actor: string): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    const ecosystem = (await lockEcosystem(tx, id))!
    if (ecosystem.deletionRequestedAt) return true
    if (!(await isDue(deps, tx, ecosystem))) return false
    const { status, deletesAt } = ecosystem
    const now = deps.clock.now()
    await bumpEntitlementsRevision(deps, tx, id, { deletionRequestedAt: now })
    await scheduleLifecycleJob(deps, tx, id)
    await note(
      deps,
      tx,
      { actor, action: 'request-deletion', id },
      { status, deletesAt },
      { deletionRequestedAt: now },
    )
    return true
  })

const isDue = async ({ clock }: Deps, tx: Db, ecosystem: Ecosystem): Promise<boolean> => {
  const now = clock.now()
  const policy = await policyOf(tx, ecosystem.catalogue)
  const endedAt = await endOf(tx, ecosystem)
  const retention = retentionOf({ ...ecosystem, status: statusAt(ecosystem, now), endedAt }, policy)
  if (!retention) return false
  const { announceAt, deletesAt } = deletionOf(retention, ecosystem.deletesAt, now, ecosystem.timeZone)
  return announceAt === null && deletesAt <= now
}

/**
 * Ends an unpaid subscription, so that the provider stops charging for deleted data. A subscription that was
 * started again in the meantime owes nothing and is left alone.
 */
const endSubscription = async (deps: Deps, id: string): Promise<void> => {
  if (owesRenewal(await deps.payments.terms(id))) await deps.payments.endSubscription(id)
  await syncSubscription(deps, id)
}

const finish = (deps: Deps, { id, number, group }: Ecosystem, actor: string): Promise<void> =>
  deps.db.transaction(async (tx) => {
    const deletedAt = deps.clock.now()
    await updateEcosystem(tx, id, { deletedAt, provisionedAt: null })
    const gone = { database: ticketsName(number), group }
    await note(deps, tx, { actor, action: 'delete-ecosystem', id }, gone, { deletedAt })
  })

const note = (
  { clock }: Deps,
  tx: Db,
  { actor, action, id }: { actor: string; action: string; id: string },
  before: object,
  after: object,
): Promise<void> =>
  writeAudit(tx, { at: clock.now(), actor, action, subject: `ecosystems/${id}`, before, after })
