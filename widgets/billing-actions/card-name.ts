import type { PaymentMethod } from '#contract/billing'

const brands: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  jcb: 'JCB',
}

/** The brand and the last four digits: `Visa •••• 4242`. */
export const cardName = ({ brand, last4 }: PaymentMethod): string =>
  `${brands[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1)}\u00a0••••\u00a0${last4}`
