import type { Notice } from '#contract/billing'

/** What a customer can do about how their billing stands. */
export type BillingAction =
  | 'change-card'
  | 'pay-invoice'
  | 'choose-plan'
  | 'change-plan'
  | 'keep-subscription'
  | 'see-change'
  | 'buy-licences'

const actions: Readonly<Record<string, BillingAction>> = {
  trial: 'choose-plan',
  'trial-ended': 'choose-plan',
  'payment-failed': 'change-card',
  'no-payment-method': 'change-card',
  suspended: 'change-card',
  canceling: 'keep-subscription',
  canceled: 'choose-plan',
  'data-expired': 'choose-plan',
  'change-scheduled': 'see-change',
}

/** The one action that helps with a notice; nothing for those that a newer server sends. */
export const actionOf = ({ code, facts }: Notice): BillingAction | undefined => {
  if (code.startsWith('licences-')) return facts?.plan ? 'change-plan' : 'buy-licences'
  return actions[code] === 'change-card' && facts?.asks ? 'pay-invoice' : actions[code]
}
