import type { EcosystemStatus } from '#contract/billing'
import type { Access } from '#contract/entitlements'
import type { Retention } from '../ecosystems/retention.ts'

/**
 * The access of an ecosystem: full to the last day, then read-only while its data is retained, then none. A
 * customer with a debt keeps full access for three days.
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
  /** The period end of the live subscription. */
  periodEnd: Date | null
  cancelAt: Date | null
}

/** Until when the access is valid if nothing changes; null: no end is known. */
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
