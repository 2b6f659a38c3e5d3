import { and, eq } from 'drizzle-orm'
import { statusAt } from '../../billing/ecosystems/status.ts'
import type { Db } from '../../db/connection/open.ts'
import { type Ecosystem, ecosystemById, lockEcosystem } from '../../db/ecosystems/ecosystems.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import { coreEcosystems, coreUsers } from '../../db/tables/core.ts'
import { checkouts, customers, ecosystems } from '../../db/tables/index.ts'
import { ticketsName } from '../../db/tickets/tickets.ts'
import type { Deps } from '../../deps.ts'
import { adminStoreGroup } from '../../identity/token.ts'
import { grantIncluded } from '../encounters/grant-included.ts'
import { writePlan } from '../entitlements/apply-plan.ts'
import { bumpEntitlementsRevision } from '../entitlements/bump-revision.ts'
import { scheduleLifecycleJob } from '../subscriptions/schedule-lifecycle-job.ts'
import { updateAccountStatus } from '../subscriptions/update-account-status.ts'
import { ensureOwnGroup } from './identity-group.ts'
import { welcome } from './welcome.ts'

/**
 * Makes what an ecosystem needs to work: its own database, its place in the registry, its identity group
 * ("Update Plan": store, core, waizant_tickets_######). Every step may be repeated, so a crash resumes.
 */
export const provisionEcosystem = async (deps: Deps, id: string): Promise<void> => {
  const ecosystem = await ecosystemById(deps.db, id)
  if (!ecosystem) return
  // Whoever came back while their old data goes begins anew once it is gone.
  if (ecosystem.deletionRequestedAt && !ecosystem.deletedAt) throw new Error(`${id} is being deleted.`)
  await deps.tickets.provision(ecosystem.number)
  await writePlan(deps, ecosystem)
  const group = await ensureOwnGroup(deps, ecosystem)
  await register(deps, { ...ecosystem, group })
  await deps.directory.ensureMember(ecosystem.email, [group, adminStoreGroup])
  await nameCustomers(deps, ecosystem)
  await finish(deps, ecosystem)
}

const register = async (deps: Deps, ecosystem: Ecosystem) => {
  const { id, company, catalogue, number, group, email } = ecosystem
  await deps.core
    .insert(coreEcosystems)
    .values({ id, company, catalogue, number, group, database: ticketsName(number) })
    .onConflictDoUpdate({ target: coreEcosystems.id, set: { group } })
  await deps.core.insert(coreUsers).values({ ecosystem: id, email, role: 'owner' }).onConflictDoNothing()
}

const nameCustomers = async (deps: Deps, { id, company }: Ecosystem) => {
  const rows = await deps.db.select().from(customers).where(eq(customers.ecosystem, id))
  for (const { providerId } of rows) await deps.payments.nameCustomer(providerId, { ecosystem: id, company })
}

/** Nothing was ever paid: it lives by its trial. */
const begin = async (deps: Deps, tx: Db, { id, ...ecosystem }: Ecosystem) => {
  await bumpEntitlementsRevision(deps, tx, id, { status: statusAt(ecosystem, deps.clock.now()) })
  await scheduleLifecycleJob(deps, tx, id)
}

const finish = async (deps: Deps, ecosystem: Ecosystem) => {
  const now = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    const locked = (await lockEcosystem(tx, ecosystem.id))!
    const made = { provisionedAt: locked.provisionedAt ?? now, deletionRequestedAt: null, deletedAt: null }
    await tx.update(ecosystems).set(made).where(eq(ecosystems.id, ecosystem.id))
    const subscription = await subscriptionOf(tx, ecosystem.id)
    // What is made now has been told nothing yet, whatever was written before.
    const status = locked.provisionedAt ? locked.status : ('pending' as const)
    const before = { ecosystem: { ...locked, ...made, status }, subscription }
    if (subscription) await updateAccountStatus(deps, tx, before, subscription)
    else await begin(deps, tx, locked)
    await grantIncluded(deps, tx, locked, { subscription, again: true })
    await welcome(deps, tx, locked, subscription)
    await tx
      .update(checkouts)
      .set({ status: 'complete' })
      .where(and(eq(checkouts.ecosystem, ecosystem.id), eq(checkouts.status, 'pending')))
  })
  deps.jobs.wake()
}
