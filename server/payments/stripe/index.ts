import type Stripe from 'stripe'
import { BillingError } from '../../billing-error.ts'
import type { Payments } from '../port.ts'
import { readBalance } from './balance.ts'
import { closeCheckout, openCheckout, readCheckout } from './checkouts.ts'
import { type StripeSettings, stripeClient } from './client.ts'
import { readEvent } from './events.ts'
import { stripePrices } from './prices.ts'
import { readSubscription } from './subscriptions.ts'

/** The only speaker of Stripe: the real one, or whatever answers like it. */
export const stripePayments = (settings: StripeSettings): Payments => {
  const stripe = stripeClient(settings)
  const priceOf = stripePrices(stripe)
  return {
    openCheckout: (order) => reached(openCheckout(stripe, priceOf, order)),
    closeCheckout: (id) => reached(closeCheckout(stripe, id)),
    checkout: (id) => reached(readCheckout(stripe, id)),
    subscription: (id) => reached(readSubscription(stripe, id)),
    nameCustomer: (customer, { ecosystem, company }) =>
      reached(stripe.customers.update(customer, { name: company, metadata: { ecosystem } }).then(() => {})),
    balance: (customer) => reached(readBalance(stripe, customer)),
    event: (raw, signature) => readEvent(stripe, settings.webhookSecrets, raw, signature),
  }
}

const unreachable = new Set(['StripeConnectionError', 'StripeAPIError', 'StripeRateLimitError'])

/** A provider that does not answer is a refusal with words; the provider's own message stays inside. */
const reached = async <T>(call: Promise<T>): Promise<T> => {
  try {
    return await call
  } catch (error) {
    if (!unreachable.has((error as Stripe.errors.StripeError).type)) throw error
    throw Object.assign(new BillingError('payments-unavailable'), { cause: error })
  }
}
