import type { PaymentMethodRequest, PaymentMethodSetup } from '#contract/payment-method'
import { BillingError } from '../../base/billing-error.ts'
import { idFor } from '../../base/id.ts'
import { customerOf } from '../../db/ecosystems/customers.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'

/**
 * Starts the set-up of a new card for an ecosystem; the same key again finds the same attempt. A customer who
 * has never paid has nothing to pay with it: a `BillingError('no-subscription')`. If other invoices are unpaid than
 * those that were shown, it is a `price-changed`.
 */
export const setUpCard = async (
  deps: Deps,
  { id, currency }: Ecosystem,
  { key, expectedTotal }: PaymentMethodRequest & { key: string },
): Promise<PaymentMethodSetup> => {
  const customer = await customerOf(deps.db, id, currency)
  if (!customer) throw new BillingError('no-subscription')
  const subscription = await subscriptionOf(deps.db, id)
  if (expectedTotal && expectedTotal.currency !== currency) throw new BillingError('price-changed')
  return deps.payments.setUpCard({
    customer,
    ecosystem: id,
    subscription: subscription?.live ? subscription.providerId : null,
    expectedTotal: expectedTotal?.amount,
    key: idFor('setup', `${id}:${key}`),
  })
}
