import type { EcosystemStatus } from '#contract/billing'

/** How an ecosystem stands, from its subscription at the provider (product rules: "unpaid", "cancellation"). */
export const subscribedStatus = (subscription: {
  status: string
  cancelAt: Date | null
}): EcosystemStatus => {
  switch (subscription.status) {
    case 'active':
    case 'trialing':
      return subscription.cancelAt ? 'canceling' : 'active'
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

/** A trial that has run out suspends, whether or not a job has written it down yet. */
export const statusAt = (
  ecosystem: { status: EcosystemStatus; trialEndsAt: Date | null },
  now: Date,
): EcosystemStatus =>
  ecosystem.status === 'trialing' && ecosystem.trialEndsAt && ecosystem.trialEndsAt <= now
    ? 'suspended'
    : ecosystem.status

const subscribed = new Set<EcosystemStatus>(['active', 'canceling', 'past-due'])

/** Uses what it subscribed to; whoever is suspended pays what is owed first. */
export const isSubscribed = (status: EcosystemStatus): boolean => subscribed.has(status)
