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
import { payDueWith, setDefaultPaymentMethod, setUpCard } from './payment-methods.ts'
import { previewChange, previewNextInvoice } from './previews.ts'
import { stripePrices } from './prices.ts'
import { closePurchase, openPurchase, readPurchase } from './purchases.ts'
import { reached } from './reached.ts'
import { releaseSchedule, scheduleChange } from './schedules.ts'
import { readSubscription } from './subscriptions.ts'
import { readTerms } from './terms.ts'
import { whereFound } from './where-found.ts'

/** The only speaker of Stripe: the real one, or whatever answers like it. */
export const stripePayments = (settings: StripeSettings): Payments => {
  const stripe = stripeClient(settings)
  const priceOf = stripePrices(stripe)
  return {
    openCheckout: (order) => reached(openCheckout(stripe, priceOf.afresh, order)),
    closeCheckout: (id) => reached(closeCheckout(stripe, id)),
    checkout: (id) => reached(readCheckout(stripe, id)),
    openPurchase: (order) => reached(openPurchase(stripe, order)),
    closePurchase: (id) => reached(closePurchase(stripe, id)),
    purchase: (id) => reached(readPurchase(stripe, id)),
    previewChange: (change, usage = []) => reached(previewChange(stripe, priceOf, change, usage)),
    previewNextInvoice: (next) => reached(previewNextInvoice(stripe, priceOf, next)),
    changeNow: (change, key) => reached(changeNow(stripe, priceOf, change, key)),
    changeOnNextInvoice: (change, key) => reached(changeOnNextInvoice(stripe, priceOf, change, key)),
    scheduleChange: (change, key) => reached(scheduleChange(stripe, priceOf.afresh, change, key)),
    releaseSchedule: (id) => reached(releaseSchedule(stripe, id)),
    dueInvoices: (subscription) => reached(dueInvoices(stripe, subscription)),
    draftInvoices: (subscription) => reached(draftInvoices(stripe, subscription)),
    collectDraft: (invoice) => reached(collectDraft(stripe, invoice)),
    remainingOf: (invoice) => reached(remainingOf(stripe, invoice)),
    payInvoice: (invoice, key) => reached(payInvoice(stripe, invoice, key)),
    voidInvoice: (invoice) => reached(voidInvoice(stripe, invoice)),
    pendingItems: (customer, subscription) => reached(pendingItems(stripe, customer, subscription)),
    addToDraft: (item) => reached(addToDraft(stripe, item)),
    prepareCharge: (charge) => reached(prepareCharge(stripe, charge)),
    confirmCharge: (charge) => reached(confirmCharge(stripe, charge)),
    cancelCharge: (charge) => reached(cancelCharge(stripe, charge)),
    terms: (subscription) => reached(readTerms(stripe, subscription)),
    subscription: (id, usage = []) => reached(readSubscription(stripe, id, usage)),
    setUpCard: (order) => reached(setUpCard(stripe, order)),
    setDefaultPaymentMethod: (customer, subscription) =>
      reached(setDefaultPaymentMethod(stripe, customer, subscription)),
    payDueWith: (subscription, card) => reached(payDueWith(stripe, subscription, card)),
    cancelAtPeriodEnd: (order) => reached(cancelAtPeriodEnd(stripe, order)),
    endSubscription: (id) => reached(endSubscription(stripe, id)),
    keepSubscription: (id) => reached(keepSubscription(stripe, id)),
    nameCustomer: (customer, { ecosystem, company }) =>
      reached(
        whereFound(stripe.customers.update(customer, { name: company, metadata: { ecosystem } })).then(
          () => {},
        ),
      ),
    balance: (customer) => reached(readBalance(stripe, customer)),
    eventsSince: (span, cursor) => reached(eventsSince(stripe, span, cursor)),
    event: (raw, signature) => readEvent(stripe, settings, raw, signature),
  }
}
