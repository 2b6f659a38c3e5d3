import type { EcosystemStatus } from '#contract/billing'
import type { Access } from '#contract/entitlements'
import type { Retention } from '../ecosystems/retention.ts'

/**
 * What an ecosystem may do with what it has: everything to the last day, then see and take along what is kept, then
 * nothing. Whoever owes has three days of everything.
 */
export const accessOf = (status: EcosystemStatus, retention: Retention | null, now: Date): Access => {
  if (status === 'pending') return 'none'
  if (status === 'suspended' && !retention) return 'read-only'
  if (status === 'suspended' || status === 'canceled')
    return retention && retention.until > now ? 'read-only' : 'none'
  return 'full'
}

interface Until {
  trialEndsAt: Date | null
  suspendsAt: Date | null
  /** Of the live subscription. */
  periodEnd: Date | null
  cancelAt: Date | null
}

/** Until when an access holds if nothing happens; null: no end is known. */
export const accessUntil = (
  status: EcosystemStatus,
  { trialEndsAt, suspendsAt, periodEnd, cancelAt }: Until,
  retention: Retention | null,
): Date | null => {
  if (status === 'trialing') return trialEndsAt
  if (status === 'past-due') return suspendsAt
  if (status === 'canceling') return cancelAt
  if (status === 'active') return periodEnd
  return retention?.until ?? null
}
