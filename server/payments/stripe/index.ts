import type { Payments } from '../port.ts'
import { readBalance } from './balance.ts'
import { cancelAtPeriodEnd, endSubscription, keepSubscription } from './cancellations.ts'
import { changeNow, changeOnNextInvoice } from './changes.ts'
import { closeCheckout, openCheckout, readCheckout } from './checkouts.ts'
import { type StripeSettings, stripeClient } from './client.ts'
import { eventsSince, readEvent } from './events.ts'
import { cancelCharge, confirmCharge, prepareCharge } from './intents.ts'
import {
  addToDraft,
  collectDraft,
  draftInvoices,
  dueInvoices,
  payInvoice,
  pendingItems,
  remainingOf,
  voidInvoice,
} from './invoices.ts'
import { mapProviderErrors } from './map-provider-errors.ts'
import { nullIfMissing } from './null-if-missing.ts'
import { payDueWith, setDefaultPaymentMethod, setUpCard } from './payment-methods.ts'
import { previewChange, previewNextInvoice } from './previews.ts'
import { stripePrices } from './prices.ts'
import { closePurchase, openPurchase, readPurchase } from './purchases.ts'
import { releaseSchedule, scheduleChange } from './schedules.ts'
import { readSubscription } from './subscriptions.ts'
import { readTerms } from './terms.ts'

/** The only module that talks to Stripe, or to a server with the same API. */
export const stripePayments = (settings: StripeSettings): Payments => {
  const stripe = stripeClient(settings)
  const priceOf = stripePrices(stripe)
  return {
    openCheckout: (order) => mapProviderErrors(openCheckout(stripe, priceOf.afresh, order)),
    closeCheckout: (id) => mapProviderErrors(closeCheckout(stripe, id)),
    checkout: (id) => mapProviderErrors(readCheckout(stripe, id)),
    openPurchase: (order) => mapProviderErrors(openPurchase(stripe, order)),
    closePurchase: (id) => mapProviderErrors(closePurchase(stripe, id)),
    purchase: (id) => mapProviderErrors(readPurchase(stripe, id)),
    previewChange: (change, usage = []) => mapProviderErrors(previewChange(stripe, priceOf, change, usage)),
    previewNextInvoice: (next) => mapProviderErrors(previewNextInvoice(stripe, priceOf, next)),
    changeNow: (change, key) => mapProviderErrors(changeNow(stripe, priceOf, change, key)),
    changeOnNextInvoice: (change, key) =>
      mapProviderErrors(changeOnNextInvoice(stripe, priceOf, change, key)),
    scheduleChange: (change, key) => mapProviderErrors(scheduleChange(stripe, priceOf.afresh, change, key)),
    releaseSchedule: (id) => mapProviderErrors(releaseSchedule(stripe, id)),
    dueInvoices: (subscription) => mapProviderErrors(dueInvoices(stripe, subscription)),
    draftInvoices: (subscription) => mapProviderErrors(draftInvoices(stripe, subscription)),
    collectDraft: (invoice) => mapProviderErrors(collectDraft(stripe, invoice)),
    remainingOf: (invoice) => mapProviderErrors(remainingOf(stripe, invoice)),
    payInvoice: (invoice, key) => mapProviderErrors(payInvoice(stripe, invoice, key)),
    voidInvoice: (invoice) => mapProviderErrors(voidInvoice(stripe, invoice)),
    pendingItems: (customer, subscription) => mapProviderErrors(pendingItems(stripe, customer, subscription)),
    addToDraft: (item) => mapProviderErrors(addToDraft(stripe, item)),
    prepareCharge: (charge) => mapProviderErrors(prepareCharge(stripe, charge)),
    confirmCharge: (charge) => mapProviderErrors(confirmCharge(stripe, charge)),
    cancelCharge: (charge) => mapProviderErrors(cancelCharge(stripe, charge)),
    terms: (subscription) => mapProviderErrors(readTerms(stripe, subscription)),
    subscription: (id, usage = []) => mapProviderErrors(readSubscription(stripe, id, usage)),
    setUpCard: (order) => mapProviderErrors(setUpCard(stripe, order)),
    setDefaultPaymentMethod: (customer, subscription) =>
      mapProviderErrors(setDefaultPaymentMethod(stripe, customer, subscription)),
    payDueWith: (subscription, card) => mapProviderErrors(payDueWith(stripe, subscription, card)),
    cancelAtPeriodEnd: (order) => mapProviderErrors(cancelAtPeriodEnd(stripe, order)),
    endSubscription: (id) => mapProviderErrors(endSubscription(stripe, id)),
    keepSubscription: (id) => mapProviderErrors(keepSubscription(stripe, id)),
    nameCustomer: (customer, { ecosystem, company }) =>
      mapProviderErrors(
        nullIfMissing(stripe.customers.update(customer, { name: company, metadata: { ecosystem } })).then(
          () => {},
        ),
      ),
    balance: (customer) => mapProviderErrors(readBalance(stripe, customer)),
    eventsSince: (span, cursor) => mapProviderErrors(eventsSince(stripe, span, cursor)),
    event: (raw, signature) => readEvent(stripe, settings, raw, signature),
  }
}
