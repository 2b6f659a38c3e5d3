import type { CardWords } from '../es-mx/card.ts'

export const words: CardWords = {
  text: 'The card is kept for your next payments.',
  loading: 'Preparing the secure form…',
  save: 'Save card',
  saveAndPay: (money) => `Save and pay ${money}`,
  back: 'Back',
  failed: 'We could not show the card form. Nothing was charged.',
  retry: 'Try again',
}
