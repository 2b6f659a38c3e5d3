import type { CardWords } from '../es-mx/card.ts'

export const words: CardWords = {
  text: 'The card is kept for your next payments.',
  loading: 'Preparing the secure form…',
  save: 'Save card',
  saveAndPay: (money) => `Save and pay ${money}`,
  back: 'Back',
  failed: 'We could not show the card form. Nothing was charged.',
  unsaved: 'We could not save the card. Try again or use another one.',
  refusals: {
    card_declined: 'Your bank declined the card. Nothing was charged; try another one.',
    insufficient_funds: 'Your card has insufficient funds. Nothing was charged; try another one.',
    expired_card: 'Your card has expired. Try another one.',
    incorrect_cvc: 'The security code does not match. Check it and try again.',
    incorrect_number: 'The card number is not right. Check it and try again.',
    processing_error: 'Your bank did not answer. Nothing was charged; try again in a moment.',
    setup_intent_authentication_failure:
      'Your bank could not confirm that it is you. Try again or use another card.',
    authentication_required: 'Your bank could not confirm that it is you. Try again or use another card.',
    api_connection_error: 'We could not reach the payment service. Try again.',
  },
  retry: 'Try again',
}
