import type { Notice } from '#contract/billing'

/** What a customer can do in the current state of their billing. */
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

/** The one action that resolves a notice; undefined for notices that a newer server added. */
export const actionOf = ({ code, facts }: Notice): BillingAction | undefined => {
  if (code.startsWith('licences-')) return facts?.plan ? 'change-plan' : 'buy-licences'
  return actions[code] === 'change-card' && facts?.asks ? 'pay-invoice' : actions[code]
}
