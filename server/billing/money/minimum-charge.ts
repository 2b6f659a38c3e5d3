import type { Currency } from '#contract/money'

/**
 * The smallest amount that a card can be charged, in minor units (Stripe's minimum); smaller amounts wait for
 * the next invoice.
 */
export const minimumCharge: Record<Currency, number> = { MXN: 1_000, USD: 50 }
