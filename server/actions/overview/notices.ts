import type { Billing, Due, Notice } from '#contract/billing'
import type { Locale } from '#contract/locale'
import type { Policy } from '#contract/policy'
import type { PlanVersionSnapshot } from '../../billing/catalogue/snapshot.ts'
import { keptUntil, retentionOf } from '../../billing/ecosystems/retention.ts'
import { nearsSeats, nextBySeats, type SeatWarning } from '../../billing/seats/warning.ts'
import { noticesOf } from '../../billing/subscriptions/notices.ts'
import { offerOf } from '../../db/catalogue/snapshots.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import type { Deps } from '../../deps.ts'

type Standing = Pick<Billing, 'status' | 'licences' | 'pendingChange'> & {
  plan: PlanVersionSnapshot
  policy: Policy
  end: Date | null
  due: Due | null
  unpayableAt: Date | null
}

/** What an ecosystem's people should know about its billing now. */
export const noticesFor = async (
  deps: Deps,
  ecosystem: Ecosystem,
  standing: Standing,
  locale: Locale,
): Promise<Notice[]> => {
  const { status, policy, end, due, unpayableAt, pendingChange: change } = standing
  const { trialEndsAt, timeZone } = ecosystem
  const dataUntil = end && keptUntil(end, policy, timeZone)
  const suspended = retentionOf({ ...ecosystem, status, endedAt: null }, policy)
  const facts = { status, trialEndsAt, accessUntil: end, dataUntil, timeZone }
  return noticesOf(
    {
      ...facts,
      due,
      unpayableAt,
      keptUntil: suspended?.until ?? null,
      change: change && { ...change, at: new Date(change.effectiveAt) },
      seats: await seatWarning(deps, ecosystem, standing),
    },
    deps.clock.now(),
    locale,
  )
}

/** Customers who pay and will renew are warned before their last seat is taken. */
const seatWarning = async (
  { db, clock }: Deps,
  { catalogue }: Ecosystem,
  { status, licences, plan, policy }: Standing,
): Promise<SeatWarning | null> => {
  const { inUse, total, packages = [] } = licences
  if (status !== 'active' || !nearsSeats(inUse, total, policy)) return null
  const offer = packages.length ? null : await offerOf(db, catalogue, clock.now())
  return { inUse, total, next: offer && nextBySeats(plan, total, offer.plans) }
}
