import type { Money } from '#contract/money'
import { BillingError } from '../../base/billing-error.ts'

/** Refuses to charge another amount than the one that a person was shown; without `expected` nothing is compared. */
export const assertExpectedTotal = ({ amount, currency }: Money, expected: Money | undefined): void => {
  if (expected && (expected.amount !== amount || expected.currency !== currency))
    throw new BillingError('price-changed')
}
