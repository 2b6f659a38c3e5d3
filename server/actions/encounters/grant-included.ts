import {
  grantedIn,
  type IncludedBy,
  type IncludedMonth,
  includedMonth,
} from '../../billing/encounters/included-month.ts'
import type { Db } from '../../db/connection/open.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { trialOf } from '../../db/ecosystems/trials.ts'
import {
  includedEncounters,
  includedMonthOf,
  type KnownMonth,
  rateChangesOf,
  writeIncludedMonth,
} from '../../db/encounters/included-months.ts'
import type { Subscription } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'

/**
 * Stores the current month of included encounters and queues its grant, in the caller's transaction; the caller
 * holds the ecosystem's lock. A month that was sent already is not sent twice, unless `again` says that the
 * database is new.
 */
export const grantIncluded = async (
  deps: Deps,
  tx: Db,
  ecosystem: Ecosystem,
  { subscription, again = false }: { subscription: Subscription | null; again?: boolean },
): Promise<void> => {
  const now = deps.clock.now()
  const known = await includedMonthOf(tx, ecosystem.id)
  const by = await includedBy(tx, ecosystem, { subscription, known, now })
  if (!by) return
  const month = includedMonth(known, by, now)
  if (!month) return
  if (!again && isSame(known, month)) return
  const isNews = again || !known || +known.from !== +month.from || +known.until !== +month.until
  const granted = grantedIn(month)
  const isAnnounced = isNews ? granted > 0 || known !== null : granted !== grantedIn(known!)
  const revision = (known?.revision ?? 0) + (isAnnounced ? 1 : 0)
  await writeIncludedMonth(tx, ecosystem.id, { ...month, revision })
  if (!isAnnounced) return
  await enqueue(deps, tx, ecosystem.id, { ...month, revision })
  if (month.until > now)
    await deps.scheduler.at(tx, 'close-included-month', ecosystem.id, month.until, {
      ecosystem: ecosystem.id,
    })
}

const isSame = (known: KnownMonth | null, month: IncludedMonth): boolean =>
  known !== null &&
  +known.from === +month.from &&
  +known.until === +month.until &&
  +known.since === +month.since &&
  known.rate === month.rate

/** Queues the grant of a month for the ecosystem's own database. */
const enqueue = ({ jobs }: Deps, tx: Db, ecosystem: string, month: KnownMonth): Promise<void> => {
  const { from, until, revision } = month
  const granted = grantedIn(month)
  return jobs.send(tx, 'enqueue-included-encounters', {
    ecosystem,
    revision,
    from: from.toISOString(),
    until: until.toISOString(),
    granted,
  })
}

/** Sends the month that is over once more, so that what is left of it expires. */
export const endMonth = async (deps: Deps, tx: Db, ecosystem: string): Promise<void> => {
  const known = await includedMonthOf(tx, ecosystem)
  if (!known || known.until > deps.clock.now()) return
  const month = { ...known, revision: known.revision + 1 }
  await writeIncludedMonth(tx, ecosystem, month)
  await enqueue(deps, tx, ecosystem, month)
}

/** Null: there is no plan version, or its catalogue has no encounters. */
const includedBy = async (
  tx: Db,
  ecosystem: Ecosystem,
  { subscription, known, now }: { subscription: Subscription | null; known: KnownMonth | null; now: Date },
): Promise<IncludedBy | null> => {
  const rate = await includedEncounters(tx, subscription?.version ?? ecosystem.version)
  if (rate === null && !known) return null
  if (subscription) return bySubscription(tx, subscription, { rate: rate ?? 0, known, now })
  const trial = await trialOf(tx, ecosystem.id)
  const until = ecosystem.trialEndsAt
  return trial && until ? { source: 'trial', from: trial.startedAt, until, rate: rate ?? 0 } : null
}

const paying = new Set(['active', 'trialing'])

const bySubscription = async (
  tx: Db,
  subscription: Subscription,
  { rate, known, now }: { rate: number; known: KnownMonth | null; now: Date },
): Promise<IncludedBy> => {
  const { ecosystem, live, owes, providerStatus, version, periodStart, periodEnd, cancelAt } = subscription
  const since = known?.source === 'subscription' && known.until > now ? known.since : periodStart
  return {
    source: 'subscription',
    period: { start: periodStart, end: periodEnd },
    isPaid: live && !owes && paying.has(providerStatus),
    endedAt: live ? null : (cancelAt ?? now),
    rate,
    changes: await rateChangesOf(tx, ecosystem, { since, version }),
  }
}
