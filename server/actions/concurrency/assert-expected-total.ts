import type { Money } from '#contract/money'
import { BillingError } from '../../base/billing-error.ts'

/** Refuses to charge an amount that differs from the one shown; without `expected` nothing is compared. */
export const assertExpectedTotal = ({ amount, currency }: Money, expected: Money | undefined): void => {
  if (expected && (expected.amount !== amount || expected.currency !== currency))
    throw new BillingError('price-changed')
}
