import type { InvoicePayment, InvoicePaymentRequest } from '#contract/invoice-payment'
import { BillingError } from '../../base/billing-error.ts'
import { idFor } from '../../base/id.ts'
import type { Ecosystem } from '../../db/ecosystems/ecosystems.ts'
import { type InvoiceRow, invoiceById } from '../../db/invoices/invoices.ts'
import { subscriptionOf } from '../../db/subscriptions/subscriptions.ts'
import type { Deps } from '../../deps.ts'
import { assertExpectedTotal } from '../concurrency/assert-expected-total.ts'
import { withEcosystemLock } from '../concurrency/with-ecosystem-lock.ts'
import { syncSubscription } from '../subscriptions/sync.ts'

/**
 * Pays an open invoice with the saved card while its holder is present. A paid invoice is returned as it is. If
 * the bank declines, it is a `BillingError('payment-declined')`, and may be tried again with another key. If
 * the amount differs from the one shown, it is a `price-changed`, and nothing is charged.
 */
export const payInvoice = (
  deps: Deps,
  { id: ecosystem }: Ecosystem,
  { invoice, key, expectedTotal }: InvoicePaymentRequest & { invoice: string; key: string },
): Promise<InvoicePayment> =>
  withEcosystemLock(deps, ecosystem, async () => {
    const known = await invoiceById(deps.db, ecosystem, invoice)
    if (!known) throw new BillingError('not-found')
    if (known.status === 'paid') return { status: 'paid' }
    const subscription = await subscriptionOf(deps.db, ecosystem)
    await refuseUnpayable(deps, known, subscription?.live ? subscription.providerId : null)
    if (expectedTotal) assertExpectedTotal(await deps.payments.remainingOf(invoice), expectedTotal)
    const outcome = await deps.payments.payInvoice(invoice, idFor('pay', `${ecosystem}:${key}`))
    if (subscription) await syncSubscription(deps, subscription.providerId)
    if (outcome.status === 'paid') return { status: 'paid' }
    if (outcome.status === 'processing') throw new BillingError('request-in-progress')
    if (outcome.status === 'declined')
      throw new BillingError(subscription?.methodId ? 'payment-declined' : 'no-payment-method')
    return { status: 'requires-action', clientSecret: outcome.clientSecret! }
  })

/**
 * A void or draft invoice can't be paid, and the invoice of a plan change is paid where the change was
 * confirmed.
 */
const refuseUnpayable = async (
  deps: Deps,
  { providerId, status }: InvoiceRow,
  subscription: string | null,
): Promise<void> => {
  const isOpen = status === 'open' || status === 'uncollectible'
  const waitingFor = subscription && (await deps.payments.terms(subscription)).waitingFor
  if (!isOpen || waitingFor === providerId) throw new BillingError('invoice-not-payable')
}
