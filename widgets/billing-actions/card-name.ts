import type { PaymentMethod } from '#contract/billing'

const brands: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  jcb: 'JCB',
}

/** The brand and the last four digits: `Visa •••• 4242`. A line may end after the brand: both are too long for a phone. */
export const cardName = ({ brand, last4 }: PaymentMethod): string =>
  `${brands[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1)} ••••\u00a0${last4}`
