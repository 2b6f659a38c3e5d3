import type { ActionWords } from '../es-mx/actions.ts'

export const words: ActionWords = {
  nothingCharged: 'You have not been charged.',
  owned: (plan) => `You already have ${plan}.`,
  seeSubscription: 'See your subscription',
  offline: 'You seem to be offline.',
  unreachable: 'We could not reach the server.',
  unexpected: 'Something went wrong on our side.',
  retry: 'Try again',
  announceMonth: 'Prices per month',
  announceYear: 'Prices per year',
}
