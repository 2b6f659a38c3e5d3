import type { Draft } from '../draft.ts'
import type { Session } from '../kinds.ts'
import { cardsOf } from '../objects/payment-method.ts'

/** A session as Stripe.js shows it to a page. */
export const sessionView = (draft: Draft, session: Session): object => {
  const currency = session.currency ?? 'usd'
  const money = (amount: number) => ({
    minorUnitsAmount: amount,
    amount: new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount / 100),
  })
  const customer = session.customer ? draft.find('customer', session.customer) : undefined
  const { lines } = draft.need('internal.session', session.id)
  const none = money(0)
  return {
    id: session.id,
    billingAddress: null,
    businessName: null,
    nameCollection: null,
    canConfirm: session.status === 'open',
    currency,
    currencyOptions: null,
    discountAmounts: null,
    email: session.customer_details?.email ?? customer?.email ?? session.customer_email,
    lastPaymentError: null,
    lineItems: lines.map((line) => ({
      id: line.id,
      name: line.description,
      description: null,
      priceId: line.price?.id,
      quantity: line.quantity,
      unitAmount: money(line.price?.unit_amount ?? 0),
      unitAmountDecimal: null,
      subtotal: money(line.amount_subtotal),
      discount: money(line.amount_discount),
      taxExclusive: money(line.amount_tax),
      taxInclusive: none,
      total: money(line.amount_total),
      unitLabel: null,
      discountAmounts: null,
      taxAmounts: null,
      recurring: line.price?.recurring
        ? {
            interval: line.price.recurring.interval,
            intervalCount: line.price.recurring.interval_count,
            usageType: 'licensed',
          }
        : null,
      adjustableQuantity: null,
      images: [],
      isRemovable: false,
      pricing: null,
      transformQuantity: null,
    })),
    livemode: false,
    minorUnitsAmountDivisor: 100,
    phoneNumber: null,
    recurring: null,
    savedPaymentMethods: session.customer
      ? cardsOf(draft, session.customer).map((method) => ({
          id: method.id,
          type: 'card',
          card: {
            brand: method.card!.brand,
            expMonth: method.card!.exp_month,
            expYear: method.card!.exp_year,
            last4: method.card!.last4,
          },
          billingDetails: { email: method.billing_details.email, name: method.billing_details.name },
        }))
      : null,
    shipping: null,
    shippingAddress: null,
    shippingOptions: [],
    status:
      session.status === 'complete'
        ? { type: 'complete', paymentStatus: session.payment_status }
        : { type: session.status },
    surcharge: null,
    tax: { status: 'ready' },
    taxAmounts: null,
    taxIdInfo: null,
    total: {
      appliedBalance: none,
      balanceAppliedToNextInvoice: false,
      discount: money(session.total_details?.amount_discount ?? 0),
      shippingRate: none,
      subtotal: money(session.amount_subtotal ?? 0),
      surcharge: none,
      taxExclusive: money(session.total_details?.amount_tax ?? 0),
      taxInclusive: none,
      total: money(session.amount_total ?? 0),
    },
    optionalItems: null,
  }
}
