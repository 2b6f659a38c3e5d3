import type { BuyingWords } from '../es-mx/buying.ts'

export const words: BuyingWords = {
  paying: 'Confirming your payment…',
  paid: 'Your payment arrived. Delivering your encounters…',
  slow: 'This is taking a little longer than usual. Your payment is safe and your encounters will arrive: you can close this page.',
  unknown: 'We don’t know yet how your payment ended. We keep checking, and nothing is charged twice.',
  elsewhere: 'This purchase is under way in another tab. You will see here how it ends.',
  unfinished: 'The purchase was not finished and nothing was charged.',
  expired: 'This purchase has expired and nothing was charged. You can start again.',
  declined: 'The payment didn’t go through and nothing was charged.',
  otherCard: 'Pay with another card',
  cardTitle: (count) => `${count} encounters`,
  cardText: 'Charged today. The card is kept for your next purchases.',
  cardLoading: 'Preparing the secure form…',
  back: 'Back',
  done: (count) => `Done, you have ${count} encounters`,
  doneText: (count, money) => `You bought ${count} for ${money}, and they are ready to use.`,
  receipt: 'The receipt is among your invoices.',
  more: 'Buy more',
}
