import { and, eq, sql } from 'drizzle-orm'
import { statusAt, subscribedStatus } from '../billing/ecosystem-status.ts'
import { type Ecosystem, ecosystemById } from '../db/ecosystems.ts'
import { subscriptionOf } from '../db/subscriptions.ts'
import { coreEcosystems, coreUsers } from '../db/tables/core.ts'
import { checkouts, customers, ecosystems } from '../db/tables/index.ts'
import { ticketsName } from '../db/tickets.ts'
import type { Deps } from '../deps.ts'
import { adminStoreGroup } from '../identity/token.ts'
import { writePlan } from './deliver-plan.ts'

/**
 * Makes what an ecosystem needs to work: its own database, its place in the registry, its identity group
 * ("Update Plan": store, core, waizant_tickets_######). Every step may be repeated, so a crash resumes.
 */
export const provisionEcosystem = async (deps: Deps, id: string): Promise<void> => {
  const ecosystem = await ecosystemById(deps.db, id)
  if (!ecosystem) return
  await deps.tickets.provision(ecosystem.number)
  await writePlan(deps, ecosystem)
  await register(deps, ecosystem)
  await deps.directory.ensureGroup(ecosystem.group)
  await deps.directory.ensureMember(ecosystem.email, [ecosystem.group, adminStoreGroup])
  await nameCustomers(deps, ecosystem)
  await finish(deps, ecosystem)
}

const register = async (deps: Deps, ecosystem: Ecosystem) => {
  const { id, company, catalogue, number, group, email } = ecosystem
  await deps.core
    .insert(coreEcosystems)
    .values({ id, company, catalogue, number, group, database: ticketsName(number) })
    .onConflictDoNothing()
  await deps.core.insert(coreUsers).values({ ecosystem: id, email, role: 'owner' }).onConflictDoNothing()
}

const nameCustomers = async (deps: Deps, { id, company }: Ecosystem) => {
  const rows = await deps.db.select().from(customers).where(eq(customers.ecosystem, id))
  for (const { providerId } of rows) await deps.payments.nameCustomer(providerId, { ecosystem: id, company })
}

const finish = async (deps: Deps, ecosystem: Ecosystem) => {
  const now = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    const subscription = await subscriptionOf(tx, ecosystem.id)
    const status = subscription
      ? subscribedStatus({ status: subscription.providerStatus, cancelAt: subscription.cancelAt })
      : statusAt(ecosystem, now)
    await tx
      .update(ecosystems)
      .set({
        status,
        provisionedAt: sql`coalesce(${ecosystems.provisionedAt}, ${now.toISOString()}::timestamptz)`,
      })
      .where(eq(ecosystems.id, ecosystem.id))
    await tx
      .update(checkouts)
      .set({ status: 'complete' })
      .where(and(eq(checkouts.ecosystem, ecosystem.id), eq(checkouts.status, 'pending')))
  })
}
