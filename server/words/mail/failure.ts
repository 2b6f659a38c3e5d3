import type { Locale } from '#contract/locale'

const refused: Record<Locale, string> = {
  'es-MX': 'Tu banco rechazó el cobro.',
  en: 'Your bank declined the charge.',
}

/** Why a charge failed in the customer's absence; the mail then says what to do. */
const failures: Record<string, Record<Locale, string>> = {
  insufficient_funds: {
    'es-MX': 'Tu tarjeta no tenía fondos suficientes.',
    en: 'Your card had insufficient funds.',
  },
  no_payment_method: {
    'es-MX': 'No había una tarjeta guardada.',
    en: 'There was no saved card.',
  },
  expired_card: { 'es-MX': 'Tu tarjeta está vencida.', en: 'Your card has expired.' },
  incorrect_cvc: {
    'es-MX': 'El código de seguridad de tu tarjeta no coincide.',
    en: 'The security code of your card does not match.',
  },
  processing_error: { 'es-MX': 'Tu banco no respondió.', en: 'Your bank did not answer.' },
  authentication_required: {
    'es-MX': 'Tu banco pide que confirmes el cobro.',
    en: 'Your bank asks you to confirm the charge.',
  },
}

/** By the provider's decline code; any other code, or none, reads as a refusal. */
export const failureOf = (word: string | null, locale: Locale): string =>
  ((word && failures[word]) || refused)[locale]
