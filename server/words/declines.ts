import type { Locale } from '#contract/locale'

interface Decline {
  code: string
  text: Record<Locale, string>
}

const declined: Decline = {
  code: 'card-declined',
  text: {
    'es-MX': 'Tu banco rechazó el pago. No se cobró nada; prueba con otra tarjeta.',
    en: 'Your bank declined the payment. Nothing was charged; try another card.',
  },
}
const unauthenticated: Decline = {
  code: 'authentication-failed',
  text: {
    'es-MX': 'Tu banco no pudo confirmar que eres tú. Inténtalo de nuevo o usa otra tarjeta.',
    en: 'Your bank could not confirm that it is you. Try again or use another card.',
  },
}

/** By the provider's decline code; every other code reads as a declined card. */
const declines: Record<string, Decline> = {
  insufficient_funds: {
    code: 'insufficient-funds',
    text: {
      'es-MX': 'Tu tarjeta no tiene fondos suficientes. No se cobró nada; prueba con otra.',
      en: 'Your card has insufficient funds. Nothing was charged; try another one.',
    },
  },
  no_payment_method: {
    code: 'no-payment-method',
    text: {
      'es-MX': 'No tienes una tarjeta guardada. Agrega una para pagar.',
      en: 'You have no saved card. Add one to pay.',
    },
  },
  expired_card: {
    code: 'expired-card',
    text: {
      'es-MX': 'Tu tarjeta está vencida. Prueba con otra.',
      en: 'Your card has expired. Try another one.',
    },
  },
  incorrect_cvc: {
    code: 'incorrect-cvc',
    text: {
      'es-MX': 'El código de seguridad no coincide. Revísalo e inténtalo de nuevo.',
      en: 'The security code does not match. Check it and try again.',
    },
  },
  processing_error: {
    code: 'processing-error',
    text: {
      'es-MX': 'Tu banco no respondió. No se cobró nada; inténtalo de nuevo en un momento.',
      en: 'Your bank did not answer. Nothing was charged; try again in a moment.',
    },
  },
  authentication_required: unauthenticated,
  payment_intent_authentication_failure: unauthenticated,
}

/** Why a payment was declined, from the provider's decline code. */
export const declineOf = (word: string, locale: Locale): { code: string; text: string } => {
  const { code, text } = declines[word] ?? declined
  return { code, text: text[locale] }
}
