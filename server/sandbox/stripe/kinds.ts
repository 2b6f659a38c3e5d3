import type Stripe from 'stripe'
import type { Wire } from './wire.ts'

export type Customer = Wire<Stripe.Customer>
export type Product = Wire<Stripe.Product>
export type Price = Wire<Stripe.Price>
export type TaxRate = Wire<Stripe.TaxRate>
export type Coupon = Wire<Stripe.Coupon>
export type Discount = Wire<Stripe.Discount>
export type PaymentMethod = Wire<Stripe.PaymentMethod>
export type PaymentIntent = Wire<Stripe.PaymentIntent>
export type SetupIntent = Wire<Stripe.SetupIntent>
export type Charge = Wire<Stripe.Charge>
export type Refund = Wire<Stripe.Refund>
export type Session = Wire<Stripe.Checkout.Session>
export type SessionLine = Wire<Stripe.LineItem>
export type Subscription = Wire<Stripe.Subscription>
export type SubscriptionItem = Wire<Stripe.SubscriptionItem>
export type Schedule = Wire<Stripe.SubscriptionSchedule>
export type Invoice = Wire<Stripe.Invoice>
export type InvoiceLine = Wire<Stripe.InvoiceLineItem>
export type InvoiceItem = Wire<Stripe.InvoiceItem>
export type InvoicePayment = Wire<Stripe.InvoicePayment>
export type CreditNote = Wire<Stripe.CreditNote>
export type BalanceTransaction = Wire<Stripe.CustomerBalanceTransaction>
export type WebhookEndpoint = Wire<Stripe.WebhookEndpoint>
export type TestClock = Wire<Stripe.TestHelpers.TestClock>

export interface Event {
  id: string
  object: 'event'
  api_version: string
  created: number
  data: { object: object; previous_attributes?: object }
  livemode: false
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null } | null
  type: string
}

/** The card number behind a payment method, and whether its holder has authenticated it for later use. */
export interface CardState {
  id: string
  number: string
  authenticated: boolean
}

/** What an item was last charged for a period: the base of every later credit (flexible billing mode). */
export interface Debit {
  id: string
  item: string
  subscription: string
  price: string
  quantity: number
  /** For a whole service period, before discounts. */
  full: number
  /** The service period that `full` pays for. */
  basis: { start: number; end: number }
  /** The part of it that was charged. */
  period: { start: number; end: number }
  /** The amount taken off the charged part, and by which discounts. */
  discounts: { amount: number; discount: string }[]
  taxRates: string[]
  /** Where it was charged: a pending item, then an invoice line. */
  invoiceItem: string | null
  invoice: string | null
  line: string | null
}

export type SessionParams = Stripe.Checkout.SessionCreateParams

/** Parameters of a session that its answer does not show but its payment needs. */
export interface SessionState {
  id: string
  params: SessionParams
  lines: SessionLine[]
  /** The entered card, while it waits for its holder's bank. */
  authenticating: {
    paymentMethod: string
    email: string | null
    name: string | null
    fields: Record<string, string>
    details?: Record<string, string>
    savesCard: boolean
    authenticated: boolean
  } | null
}

/** Internal state of a subscription. */
export interface SubscriptionState {
  id: string
  /** What a pending update changes once its invoice is paid. */
  pendingUpdate: {
    invoice: string
    changes: [kind: string, id: string, value: object | null][]
    /** Items that were pending before the update; they become pending again when it is dropped. */
    swept: string[]
  } | null
  /** When the end of its trial is announced: three days before. */
  announceTrialAt: number | null
  /** The invoice that ends a pause once it is paid, and what changes then. */
  resumption: {
    invoice: string
    expiresAt: number
    changes: [kind: string, id: string, value: object | null][]
  } | null
}

/** Internal state of an invoice. */
export interface InvoiceState {
  id: string
  /** Invoices made by a checkout with `invoice_creation` never use the customer's balance. */
  ignoresBalance: boolean
  /** Failed payments so far; they determine the next retry. */
  failures: number
  offSession: boolean
}

export interface Delivery {
  id: string
  event: string
  endpoint: string
  attempts: number
  /** Seconds; null once delivered or after the last retry. */
  nextAt: number | null
  delivered: boolean
}

/** A card entered in a browser, for the server to confirm an intent with. */
export interface Confirmation {
  id: string
  paymentMethod: string
}

export interface IdempotencyRecord {
  id: string
  request: string
  status: number
  body: string
  created: number
}

/** The lines of a long preview: they can be listed for a while. */
export interface PreviewRecord {
  id: string
  lines: InvoiceLine[]
  created: number
}

export interface Account {
  id: string
  secretKey: string
  publishableKey: string
  /** The address at which a browser reaches the sandbox. */
  url: string
}

export interface Kinds {
  customer: Customer
  product: Product
  price: Price
  tax_rate: TaxRate
  coupon: Coupon
  discount: Discount
  payment_method: PaymentMethod
  payment_intent: PaymentIntent
  setup_intent: SetupIntent
  charge: Charge
  refund: Refund
  'checkout.session': Session
  subscription: Subscription
  subscription_schedule: Schedule
  invoice: Invoice
  invoiceitem: InvoiceItem
  invoice_payment: InvoicePayment
  credit_note: CreditNote
  customer_balance_transaction: BalanceTransaction
  webhook_endpoint: WebhookEndpoint
  event: Event
  'test_helpers.test_clock': TestClock
  // Internal kinds, never shown.
  'internal.account': Account
  'internal.card': CardState
  'internal.debit': Debit
  'internal.session': SessionState
  'internal.subscription': SubscriptionState
  'internal.invoice': InvoiceState
  'internal.confirmation': Confirmation
  'internal.delivery': Delivery
  'internal.idempotency': IdempotencyRecord
  'internal.preview': PreviewRecord
}

export type Kind = keyof Kinds

/** Kinds that Stripe has too, created with `draft.create`. */
export type PublicKind = Exclude<Kind, `internal.${string}` | 'event'>
