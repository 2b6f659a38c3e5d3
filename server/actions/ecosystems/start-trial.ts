import type { Locale } from '#contract/locale'
import type { TrialRequest, TrialStarted } from '#contract/trial'
import { BillingError } from '../../base/billing-error.ts'
import { knownTimeZone, sellersTimeZone } from '../../billing/calendar/time-zone.ts'
import { offerOf } from '../../db/catalogue/snapshots.ts'
import { insertEcosystem } from '../../db/ecosystems/ecosystems.ts'
import { insertTrial, isTrialUsed } from '../../db/ecosystems/trials.ts'
import type { Deps } from '../../deps.ts'
import { takenNames } from './identity-group.ts'

/**
 * Starts a trial without a card ("Período de prueba"): an ecosystem with an end date, and no object at the
 * payment provider before the first purchase. One trial for each email and catalogue.
 */
export const startTrial = async (
  deps: Deps,
  request: TrialRequest,
  locale: Locale,
): Promise<TrialStarted> => {
  const now = deps.clock.now()
  const offer = await offerOf(deps.db, request.catalogue, now)
  if (!offer) throw new BillingError('unknown-catalogue', { catalogue: request.catalogue })
  const { trial } = offer.policy
  const plan = offer.plans.find(({ id }) => id === trial?.plan)
  if (!trial || !plan) throw new BillingError('trial-not-offered')
  const endsAt = new Date(now.getTime() + trial.days * 24 * 60 * 60 * 1000)
  const email = request.email.toLowerCase()
  const taken = await takenNames(deps, request.company)

  const ecosystem = await deps.db.transaction(async (tx) => {
    if (await isTrialUsed(tx, offer.catalogue, email)) throw new BillingError('trial-already-used')
    const given = {
      catalogue: offer.catalogue,
      company: request.company,
      email,
      locale: request.locale ?? locale,
      timeZone: knownTimeZone(request.timeZone ?? '') ?? sellersTimeZone,
      currency: offer.currencies[0]!,
      status: 'trialing' as const,
      version: plan.versionId,
      trialEndsAt: endsAt,
      createdAt: now,
    }
    const made = await insertEcosystem(tx, given, taken)
    await insertTrial(tx, { ecosystem: made.id, startedAt: now, endsAt, maxUsers: trial.maxUsers })
    await deps.jobs.send(tx, 'provision-ecosystem', { ecosystem: made.id })
    return made
  })
  deps.jobs.wake()
  const { id, timeZone } = ecosystem
  return { trial: { endsAt: endsAt.toISOString(), maxUsers: trial.maxUsers }, ecosystem: id, timeZone }
}
