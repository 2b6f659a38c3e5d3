import { packagesOf } from '../../billing/catalogue/packages.ts'
import type { PlanVersionSnapshot } from '../../billing/catalogue/snapshot.ts'
import { includedSeats } from '../../billing/seats/included.ts'
import { nextBySeats } from '../../billing/seats/warning.ts'
import { encounterWarningPercent, type Level, levelOfCredit, watch } from '../../billing/usage/limit-level.ts'
import { policyOf } from '../../db/catalogue/policies.ts'
import { offeredVersion, offerOf } from '../../db/catalogue/snapshots.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { usersOf } from '../../db/ecosystems/users.ts'
import { type Subscription, subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import { limitLevelOf, writeLimitLevel } from '../../db/usage/limit-levels.ts'
import type { Deps } from '../../deps.ts'
import type { MessageFacts } from '../../mail/kinds.ts'
import { notify } from '../notifications/enqueue.ts'

interface Customer {
  ecosystem: Ecosystem
  subscription: Subscription
  plan: PlanVersionSnapshot
}

type What = MessageFacts['limit-near']['what']

/**
 * Warns customers who pay and will renew, before their last seat is taken and before their encounters are used
 * up.
 */
export const watchLimits = async (deps: Deps, id: string): Promise<void> => {
  const ecosystem = await ecosystemById(deps.db, id)
  const subscription = await subscriptionOf(deps.db, id)
  if (ecosystem?.status !== 'active' || !ecosystem.provisionedAt || !subscription?.live) return
  const customer = { ecosystem, subscription, plan: (await offeredVersion(deps.db, ecosystem.version))! }
  await watchSeats(deps, customer)
  await watchEncounters(deps, customer)
  deps.jobs.wake()
}

const watchSeats = async (deps: Deps, customer: Customer): Promise<void> => {
  const { ecosystem, subscription, plan } = customer
  const included = includedSeats(plan)
  if (included === null) return
  const total = included + subscription.licences
  const level = { total, left: total - (await usersOf(deps.core, ecosystem.id)) }
  const { seatWarningPercent } = await policyOf(deps.db, ecosystem.catalogue)
  await record(deps, customer, 'licences', { level, percent: seatWarningPercent })
}

const watchEncounters = async (deps: Deps, customer: Customer): Promise<void> => {
  const { ecosystem, plan } = customer
  if (!parameterOf(plan, 'encounters')) return
  const held = await deps.tickets.read(ecosystem.number, deps.clock.now())
  if (!held) return
  const before = await limitLevelOf(deps.db, ecosystem.id, 'encounters')
  const level = levelOfCredit(held.encounters, before)
  await record(deps, customer, 'encounters', { level, percent: encounterWarningPercent })
}

const parameterOf = ({ parameters }: PlanVersionSnapshot, wanted: string) =>
  parameters.find(({ id }) => id === wanted)

/** Records a warning once a period: two checks at the same time write the same message. */
const record = async (
  deps: Deps,
  customer: Customer,
  what: What,
  { level, percent }: { level: Level; percent: number },
): Promise<void> => {
  const { id } = customer.ecosystem
  const { periodEnd } = customer.subscription
  const next = await placeToGo(deps, customer, what, level)
  await deps.db.transaction(async (tx) => {
    const watched = watch(level, await limitLevelOf(tx, id, what), percent)
    await writeLimitLevel(tx, id, what, watched.level)
    if (!watched.warns) return
    const { total, left } = level
    await notify(deps, tx, {
      ecosystem: id,
      kind: 'limit-near',
      key: `limit-near/${id}/${what}/${total}/${periodEnd.toISOString()}`,
      facts: { what, used: total - Math.max(0, left), total, next },
    })
  })
}

/** The plan that includes more; null: the customer buys more on this one. */
const placeToGo = async (
  { db, clock }: Deps,
  { ecosystem, subscription, plan }: Customer,
  what: What,
  { total }: Level,
): Promise<MessageFacts['limit-near']['next']> => {
  if (packagesOf(parameterOf(plan, what), subscription).length) return null
  const offer = await offerOf(db, ecosystem.catalogue, clock.now())
  const larger = offer && what === 'licences' ? nextBySeats(plan, total, offer.plans) : null
  return larger && { plan: larger.name, total: larger.seats }
}
