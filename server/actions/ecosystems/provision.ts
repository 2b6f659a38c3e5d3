import { statusAt } from '../../billing/ecosystems/status.ts'
import { completeCheckouts } from '../../db/checkouts/checkouts.ts'
import type { Db } from '../../db/connection/open.ts'
import { customersOf } from '../../db/ecosystems/customers.ts'
import {
  type Ecosystem,
  ecosystemById,
  lockEcosystem,
  updateEcosystem,
} from '../../db/ecosystems/ecosystems.ts'
import { registerEcosystem } from '../../db/ecosystems/registry.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
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
 * Creates what an ecosystem needs to work: its own database, its registry entry, its identity group ("Update
 * Plan": store, core, waizant_tickets_######). Every step may be repeated, so a crash resumes.
 */
export const provisionEcosystem = async (deps: Deps, id: string): Promise<void> => {
  const ecosystem = await ecosystemById(deps.db, id)
  if (!ecosystem) return
  // A customer who returns during the deletion of their old data starts again once it is deleted.
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
  const database = ticketsName(number)
  await registerEcosystem(deps.core, { id, company, catalogue, number, group, database, email })
}

const nameCustomers = async (deps: Deps, { id, company }: Ecosystem) => {
  for (const providerId of await customersOf(deps.db, id))
    await deps.payments.nameCustomer(providerId, { ecosystem: id, company })
}

/** Nothing was ever paid: the ecosystem is in trial. */
const begin = async (deps: Deps, tx: Db, { id, ...ecosystem }: Ecosystem) => {
  await bumpEntitlementsRevision(deps, tx, id, { status: statusAt(ecosystem, deps.clock.now()) })
  await scheduleLifecycleJob(deps, tx, id)
}

const finish = async (deps: Deps, ecosystem: Ecosystem) => {
  const now = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    const locked = (await lockEcosystem(tx, ecosystem.id))!
    const made = { provisionedAt: locked.provisionedAt ?? now, deletionRequestedAt: null, deletedAt: null }
    await updateEcosystem(tx, ecosystem.id, made)
    const subscription = await subscriptionOf(tx, ecosystem.id)
    // A new database has received nothing yet, whatever the store has recorded of an earlier one.
    const status = locked.provisionedAt ? locked.status : ('pending' as const)
    const before = { ecosystem: { ...locked, ...made, status }, subscription }
    if (subscription) await updateAccountStatus(deps, tx, before, subscription)
    else await begin(deps, tx, locked)
    await grantIncluded(deps, tx, locked, { subscription, again: true })
    await welcome(deps, tx, locked, subscription)
    await completeCheckouts(tx, ecosystem.id)
  })
  deps.jobs.wake()
}
