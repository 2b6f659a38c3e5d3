import { cardError, invalid } from './errors.ts'
import type { CardState } from './kinds.ts'

export interface Decline {
  code: string
  decline_code: string
  message: string
}

const decline = (code: string, decline_code: string, message: string): Decline => ({
  code,
  decline_code,
  message,
})

const GENERIC = decline('card_declined', 'generic_decline', 'Your card was declined.')

/** Card numbers that the bank declines. */
const DECLINES: Record<string, Decline> = {
  '4000000000000002': GENERIC,
  '4000000000009995': decline('card_declined', 'insufficient_funds', 'Your card has insufficient funds.'),
  '4000000000009987': decline('card_declined', 'lost_card', 'Your card was declined.'),
  '4000000000009979': decline('card_declined', 'stolen_card', 'Your card was declined.'),
  '4000000000000069': decline('expired_card', 'expired_card', 'Your card has expired.'),
  '4000000000000127': decline('incorrect_cvc', 'incorrect_cvc', "Your card's security code is incorrect."),
  '4000000000000119': decline(
    'processing_error',
    'processing_error',
    'An error occurred while processing your card. Try again in a little bit.',
  ),
}

/** Can be attached to a customer, but every charge is declined. */
const DECLINES_LATER = '4000000000000341'
/** Requires authentication while its holder is present; later charges pass once it was set up. */
const AUTHENTICATES_UNTIL_SET_UP = '4000002500003155'
const AUTHENTICATES_ALWAYS = new Set(['4000002760003184', '4000000000003220', '4000000000003063'])
/** Requires authentication, and is declined even after it. */
const AUTHENTICATES_THEN_DECLINES = '4000008400001629'

export type BankAnswer =
  | { outcome: 'succeeded' | 'requires_action' }
  | { outcome: 'declined'; decline: Decline }

/** The bank's answer to a charge. `authenticated`: the holder has just authenticated. */
export const charge = (card: CardState, offSession: boolean, authenticated: boolean): BankAnswer => {
  const declined = DECLINES[card.number] ?? (card.number === DECLINES_LATER ? GENERIC : undefined)
  if (declined) return { outcome: 'declined', decline: declined }
  if (card.number === AUTHENTICATES_THEN_DECLINES)
    return authenticated ? { outcome: 'declined', decline: GENERIC } : { outcome: 'requires_action' }
  return {
    outcome: requiresAuthentication(card, offSession, authenticated) ? 'requires_action' : 'succeeded',
  }
}

/** The bank's answer to saving the card for later. */
export const setUp = (card: CardState, authenticated: boolean): BankAnswer => {
  const declined = DECLINES[card.number]
  if (declined) return { outcome: 'declined', decline: declined }
  return { outcome: requiresAuthentication(card, false, authenticated) ? 'requires_action' : 'succeeded' }
}

const requiresAuthentication = (card: CardState, offSession: boolean, authenticated: boolean): boolean => {
  if (authenticated) return false
  if (AUTHENTICATES_ALWAYS.has(card.number) || card.number === AUTHENTICATES_THEN_DECLINES) return true
  return card.number === AUTHENTICATES_UNTIL_SET_UP && !(offSession && card.authenticated)
}

export const declined = (by: Decline, extra: Record<string, unknown> = {}) =>
  cardError({
    ...by,
    doc_url: `https://docs.stripe.com/error-codes/${by.code.replaceAll('_', '-')}`,
    ...extra,
  })

/** Stripe's tokens for its test cards. */
export const TOKENS: Record<string, string> = {
  pm_card_visa: '4242424242424242',
  pm_card_mastercard: '5555555555554444',
  pm_card_amex: '378282246310005',
  pm_card_visa_debit: '4000056655665556',
  pm_card_mx: '4000004840008001',
  pm_card_chargeDeclined: '4000000000000002',
  pm_card_visa_chargeDeclined: '4000000000000002',
  pm_card_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_visa_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_chargeDeclinedLostCard: '4000000000009987',
  pm_card_chargeDeclinedStolenCard: '4000000000009979',
  pm_card_chargeDeclinedExpiredCard: '4000000000000069',
  pm_card_chargeDeclinedIncorrectCvc: '4000000000000127',
  pm_card_chargeDeclinedProcessingError: '4000000000000119',
  pm_card_chargeCustomerFail: DECLINES_LATER,
  pm_card_authenticationRequired: '4000002760003184',
  pm_card_authenticationRequiredOnSetup: AUTHENTICATES_UNTIL_SET_UP,
  pm_card_authenticationRequiredSetupForOffSession: AUTHENTICATES_UNTIL_SET_UP,
  pm_card_threeDSecure2Required: '4000000000003220',
  pm_card_threeDSecureRequired: '4000000000003063',
  pm_card_authenticationRequiredChargeDeclinedInsufficientFunds: AUTHENTICATES_THEN_DECLINES,
}

export const digitsOf = (number: string): string => number.replace(/[\s-]/g, '')

export const brandOf = (number: string): string => {
  if (/^4/.test(number)) return 'visa'
  if (/^(5[1-5]|2[2-7])/.test(number)) return 'mastercard'
  if (/^3[47]/.test(number)) return 'amex'
  return /^6/.test(number) ? 'discover' : 'unknown'
}

export const passesLuhn = (number: string): boolean => {
  if (!/^\d{13,19}$/.test(number)) return false
  let total = 0
  for (const [index, digit] of [...number].reverse().entries()) {
    const doubled = Number(digit) * (index % 2 ? 2 : 1)
    total += doubled > 9 ? doubled - 9 : doubled
  }
  return total % 10 === 0
}

/** Refuses a mistyped card number as Stripe does, and any number that is not a test card. */
export const checkNumber = (number: string, param: string): string => {
  const digits = digitsOf(number)
  if (!passesLuhn(digits))
    throw cardError({ code: 'incorrect_number', message: 'Your card number is incorrect.', param })
  if (!isTestCard(digits))
    throw cardError({
      code: 'card_declined',
      decline_code: 'live_mode_test_card',
      message: 'Your card was declined. Your request was in test mode, but used a non test (live) card.',
      param,
    })
  return digits
}

const isTestCard = (digits: string): boolean =>
  digits in DECLINES ||
  Object.values(TOKENS).includes(digits) ||
  ['4242424242424242', '4000000000000077', '2223003122003222', '6011111111111117'].includes(digits)

export const checkExpiry = (month: number, year: number, now: number, param: string): void => {
  if (!(month >= 1 && month <= 12))
    throw cardError({
      code: 'invalid_expiry_month',
      message: "Your card's expiration month is invalid.",
      param: `${param}[exp_month]`,
    })
  const full = year < 100 ? 2000 + year : year
  if (Date.UTC(full, month) / 1000 <= now || full > new Date(now * 1000).getUTCFullYear() + 50)
    throw cardError({
      code: 'invalid_expiry_year',
      message: "Your card's expiration year is invalid.",
      param: `${param}[exp_year]`,
    })
}

export const refuseUnknownToken = (token: string) =>
  invalid(`No such PaymentMethod: '${token}'`, 'payment_method', 'resource_missing')
