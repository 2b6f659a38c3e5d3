import type { PaymentMethod } from '#contract/billing'
import type { Locale } from '#contract/locale'
import type { Currency, Interval } from '#contract/money'
import type { Policy } from '#contract/policy'
import type { PriceToSell } from '../billing/price-to-sell.ts'

/** A checkout to open at the provider: everything it needs, decided by us. */
export interface CheckoutOrder {
  /** Our id: the idempotency key, and what the provider sends back. */
  id: string
  prices: PriceToSell[]
  billingDay: Policy['billingDay']
  /** Now, by our clock. */
  at: Date
  expiresAt: Date
  locale: Locale
  /** The provider's customer, when the ecosystem has one. */
  customer?: string
  email?: string
  /** Unknown: the provider's page asks for it. */
  company?: string
  successUrl: string
  cancelUrl: string
}

/** What the provider says of a checkout. */
export interface CheckoutState {
  /** Our id of it. */
  id: string | null
  /** `processing`: handed in, the money is not there yet. */
  status: 'open' | 'processing' | 'paid' | 'expired'
  customer: string | null
  subscription: string | null
  email: string | null
  company: string | null
}

/** What the provider says of a subscription. */
export interface SubscriptionState {
  id: string
  status: string
  /** Still granting or owing something: not cancelled, not abandoned before its first payment. */
  live: boolean
  customer: string
  /** Keys of its prices, as they were sold. */
  items: { key: string; quantity: number }[]
  currency: Currency
  interval: Interval
  periodStart: Date
  periodEnd: Date
  cancelAt: Date | null
  nextPayment: { date: Date; amount: number } | null
  paymentMethod: PaymentMethod | null
  invoices: InvoiceState[]
}

export interface InvoiceState {
  id: string
  number: string | null
  status: string
  currency: Currency
  total: number
  amountPaid: number
  /** Credit of the customer that paid a part of it. */
  balanceUsed: number
  lines: { description: string; amount: number }[]
  pdfUrl: string | null
  at: Date
  paidAt: Date | null
}

/** A movement of the customer's credit: positive adds to what they hold. */
export interface BalanceEntry {
  id: string
  amount: number
  currency: Currency
  reason: string
  invoice: string | null
  at: Date
}

export interface ProviderEvent {
  id: string
  type: string
  /** The id of what it tells of. */
  object: string | null
  payload: unknown
}

/** What the product asks of a payment provider. Implemented by adapters; nothing else speaks to one. */
export interface Payments {
  /** Opens a checkout; the same order again finds the same one. */
  openCheckout(order: CheckoutOrder): Promise<{ providerId: string; url: string }>
  /** Closes an open checkout, so that it can no longer be paid; says how it stands afterwards. */
  closeCheckout(providerId: string): Promise<CheckoutState>
  checkout(providerId: string): Promise<CheckoutState>
  subscription(id: string): Promise<SubscriptionState>
  /** Tells the provider whose a customer is, for the people who look there. */
  nameCustomer(customer: string, as: { ecosystem: string; company: string }): Promise<void>
  /** The customer's credit movements, oldest first. */
  balance(customer: string): Promise<BalanceEntry[]>
  /** A signed message of the provider; a bad signature is a `BillingError('bad-signature')`. */
  event(raw: string, signature: string): ProviderEvent
}
