import type { Db } from '../../db/connection/open.ts'
import { lockEcosystem } from '../../db/ecosystems/ecosystems.ts'
import { acceptedQuotes } from '../../db/plan-changes/quotes.ts'
import {
  beginReading,
  ecosystemOfCustomer,
  type Subscription,
  subscriptionById,
  subscriptionOf,
  writeBalance,
  writeSubscription,
} from '../../db/subscriptions/subscriptions.ts'
import { openUsage } from '../../db/usage/usage.ts'
import type { Deps } from '../../deps.ts'
import type { UnbilledUsage } from '../../payments/port.ts'
import { singleFlight } from '../concurrency/single-flight.ts'
import { grantIncluded } from '../encounters/grant-included.ts'
import { unbilledUsage } from '../usage/unbilled-lines.ts'
import { notifySubscriptionEvents } from './notify-events.ts'
import { updateAccountStatus } from './update-account-status.ts'

/**
 * The only writer of the provider's data: reads the subscription, its invoices and the customer's credit again,
 * and mirrors them. A customer without an ecosystem is left to `syncCheckout`.
 *
 * With `unlessReadSince`, the number of a message's arrival, a read that began later is enough: the provider
 * sends about ten messages for a renewal, and one read answers all that arrived before it.
 */
export const syncSubscription = (
  deps: Deps,
  providerId: string,
  { unlessReadSince = Number.POSITIVE_INFINITY } = {},
): Promise<void> =>
  singleFlight(deps, `subscription/${providerId}`, unlessReadSince, async (arrivals) => {
    const known = await subscriptionById(deps.db, providerId)
    if (known && known.syncSequence > Math.max(...arrivals)) return
    await sync(deps, providerId, known)
  })

const sync = async (deps: Deps, providerId: string, known: Subscription | null): Promise<void> => {
  const reading = await beginReading(deps.db, deps.clock.now())
  const state = await deps.payments.subscription(providerId, await unbilled(deps, known))
  const owner = await ecosystemOfCustomer(deps.db, state.customer)
  if (!owner) return
  const movements = await deps.payments.balance(state.customer)
  // Before the mirror is written: afterwards no message would lead here again.
  if (state.schedule?.isOver) await deps.payments.releaseSchedule(state.schedule.id)
  await deps.db.transaction(async (tx) => {
    const ecosystem = (await lockEcosystem(tx, owner))!
    const before = await subscriptionOf(tx, owner)
    await writeSubscription(tx, owner, state, reading)
    await writeBalance(tx, owner, movements)
    const current = await subscriptionOf(tx, owner)
    // Until it is provisioned an ecosystem is pending, whatever status the provider reports.
    if (!current || current.providerId !== providerId || ecosystem.status === 'pending') return
    await updateAccountStatus(deps, tx, { ecosystem, subscription: before }, current)
    await followUp(deps, tx, before, current)
    await grantIncluded(deps, tx, ecosystem, { subscription: current })
    await notifySubscriptionEvents(deps, tx, before, current, state.invoices)
  })
  deps.jobs.wake()
}

/** Consumed services that the next invoice will include. */
const unbilled = async ({ db }: Deps, known: Subscription | null): Promise<UnbilledUsage[]> => {
  const used = known ? await openUsage(db, known.ecosystem, { currency: known.currency }) : []
  return unbilledUsage(used)
}

/** Queues the follow-up work of a change, in the transaction that writes the change. */
const followUp = async (
  { jobs, scheduler }: Deps,
  tx: Db,
  before: Subscription | null,
  now: Subscription,
): Promise<void> => {
  const { ecosystem, scheduled } = now
  const isDelivered =
    before?.providerId === now.providerId &&
    before.version === now.version &&
    before.licences === now.licences
  if (!isDelivered) await jobs.send(tx, 'apply-plan', { ecosystem })
  for (const { id } of await acceptedQuotes(tx, ecosystem))
    await jobs.send(tx, 'resume-plan-change', { quote: id, ecosystem })
  if (scheduled?.id === before?.scheduled?.id) return
  if (scheduled)
    await scheduler.at(tx, 'check-scheduled-change', ecosystem, checkMoment(scheduled.at), { ecosystem })
  else await scheduler.cancel(tx, 'check-scheduled-change', ecosystem)
}

/** Late enough to count the last user, early enough to take the change back before the renewal. */
const checkMoment = (effectiveAt: string) => new Date(new Date(effectiveAt).getTime() - 10 * 60 * 1000)
