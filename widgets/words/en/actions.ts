import type { ActionWords } from '../es-mx/actions.ts'

export const words: ActionWords = {
  nothingCharged: 'You have not been charged.',
  owned: (plan) => `You already have ${plan}.`,
  seeSubscription: 'See your subscription',
  changeElsewhere: 'Your plan is unchanged. Changes are made in your billing panel.',
}
