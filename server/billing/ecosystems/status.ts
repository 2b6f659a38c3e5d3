import type { EcosystemStatus } from '#contract/billing'

/** The status of an ecosystem, from its subscription at the provider (product rules: "unpaid", "cancellation"). */
export const subscribedStatus = ({
  status,
  cancelAt,
  owes,
}: {
  status: string
  cancelAt: Date | null
  /** An invoice is open after a failed charge. */
  owes: boolean
}): EcosystemStatus => {
  // A customer whose debt was forgiven owes nothing, even while the provider still reports one.
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
 * The status at a moment, whether or not a job has stored it yet: an expired trial is suspended, and so is a
 * customer whose debt is too old.
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

/** Whether the subscription is in use; a suspended customer must pay what is owed first. */
export const isSubscribed = (status: EcosystemStatus): boolean => subscribed.has(status)
