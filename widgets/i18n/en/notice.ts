import type { NoticeWords } from '../es-mx/notice.ts'

export const words: NoticeWords = {
  label: 'Billing notice',
  actions: {
    'change-card': 'Update card',
    'pay-invoice': 'Confirm and pay',
    'choose-plan': 'Choose a plan',
    'keep-subscription': 'Keep my subscription',
    'change-plan': 'See plans',
    'see-change': 'See the change',
    'buy-licences': 'Buy licences',
  },
  addCard: 'Add a card',
  moveTo: (plan) => `Change to ${plan}`,
  dismiss: 'Dismiss notice',
  offline: 'You seem to be offline.',
  unexpected: 'We could not do it. Try again.',
}
