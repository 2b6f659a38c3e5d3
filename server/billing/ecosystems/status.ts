import type { EcosystemStatus } from '#contract/billing'

/** How an ecosystem stands, from its subscription at the provider (product rules: "unpaid", "cancellation"). */
export const subscribedStatus = ({
  status,
  cancelAt,
  owes,
}: {
  status: string
  cancelAt: Date | null
  /** Something is open that was tried to be charged. */
  owes: boolean
}): EcosystemStatus => {
  // Whoever was forgiven a debt owes nothing, whenever the provider says so, too.
  if (status === 'active' || status === 'trialing' || (status === 'past_due' && !owes))
    return cancelAt ? 'canceling' : 'active'
  switch (status) {
    case 'past_due':
      return 'past-due'
    case 'incomplete':
      return 'pending'
    case 'canceled':
    case 'incomplete_expired':
      return 'canceled'
    default:
      return 'suspended'
  }
}

/**
 * What time alone has done by now, whether or not a job has written it down yet: a trial that has run out is suspended, and
 * so is who has owed for too long.
 */
export const statusAt = (
  ecosystem: { status: EcosystemStatus; trialEndsAt: Date | null; suspendsAt?: Date | null },
  now: Date,
): EcosystemStatus => {
  const { status, trialEndsAt, suspendsAt } = ecosystem
  if (status === 'trialing' && trialEndsAt && trialEndsAt <= now) return 'suspended'
  if (status === 'past-due' && suspendsAt && suspendsAt <= now) return 'suspended'
  return status
}

const subscribed = new Set<EcosystemStatus>(['active', 'canceling', 'past-due'])

/** Uses what it subscribed to; whoever is suspended pays what is owed first. */
export const isSubscribed = (status: EcosystemStatus): boolean => subscribed.has(status)
