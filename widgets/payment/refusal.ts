import type { StripeError } from '@stripe/stripe-js'
import type { CardWords } from '../i18n/es-mx/card.ts'

/**
 * Why a card was not saved: our words for known reasons, else Stripe's message, which is in the reader's language, too.
 */
export const refusalText = (
  { code = '', decline_code = '', type, message }: StripeError,
  { refusals, unsaved }: CardWords,
): string => {
  const known: Readonly<Record<string, string>> = refusals
  return known[decline_code] ?? known[code] ?? known[type] ?? message ?? unsaved
}
