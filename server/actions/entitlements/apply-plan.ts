import { includedSeats } from '../../billing/seats/included.ts'
import { offeredVersion } from '../../db/catalogue/snapshots.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { trialOf } from '../../db/ecosystems/trials.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'

/** Writes into an ecosystem's own database what its people may use: plan and seats. */
export const applyPlan = async (deps: Deps, id: string): Promise<void> => {
  const ecosystem = await ecosystemById(deps.db, id)
  // An ecosystem that is being deleted has no database any more; a customer who returns is provisioned again.
  if (ecosystem && !ecosystem.deletionRequestedAt) await writePlan(deps, ecosystem)
}

export const writePlan = async (deps: Deps, { id, number, version }: Ecosystem): Promise<void> => {
  const { db, tickets } = deps
  const plan = (await offeredVersion(db, version))!
  const subscription = await subscriptionOf(db, id)
  const trial = await trialOf(db, id)
  const seats = includedSeats(plan)
  const licences = subscription || !trial ? seats && seats + (subscription?.licences ?? 0) : trial.maxUsers
  await tickets.setPlan(number, { plan: plan.id, version: plan.version, licences })
}
