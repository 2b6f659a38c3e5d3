import type { Notice } from '#contract/billing'

/** What a customer can do about how their billing stands. */
export type BillingAction =
  | 'change-card'
  | 'choose-plan'
  | 'change-plan'
  | 'keep-subscription'
  | 'see-change'
  | 'buy-licences'

const actions: Readonly<Record<string, BillingAction>> = {
  trial: 'choose-plan',
  'trial-ended': 'choose-plan',
  'payment-failed': 'change-card',
  suspended: 'change-card',
  canceling: 'keep-subscription',
  canceled: 'choose-plan',
  'data-expired': 'choose-plan',
  'change-scheduled': 'see-change',
}

/** The one action that helps with a notice; nothing for those that a newer server sends. */
export const actionOf = ({ code, facts }: Notice): BillingAction | undefined =>
  code.startsWith('licences-') ? (facts?.plan ? 'change-plan' : 'buy-licences') : actions[code]
