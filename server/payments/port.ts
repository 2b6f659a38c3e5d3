import type { PaymentMethod } from '#contract/billing'
import type { Locale } from '#contract/locale'
import type { Currency, Interval, Money } from '#contract/money'
import type { Policy } from '#contract/policy'
import type { PriceSpec } from '../billing/catalogue/price-spec.ts'

/** A checkout to open at the provider: everything it needs, decided by us. */
export interface CheckoutOrder {
  /** Our id: the idempotency key, and what the provider sends back. */
  id: string
  prices: PriceSpec[]
  billingDay: Policy['billingDay']
  /** Now, by our clock. */
  at: Date
  expiresAt: Date
  locale: Locale
  /** Where the buyer's days begin. */
  timeZone: string
  /** The provider's customer, when the ecosystem has one. */
  customer?: string
  email?: string
  /** Unknown: the provider's page asks for it. */
  company?: string
  successUrl: string
  cancelUrl: string
}

/** Something to be paid at once in the customer's page, never from their credit. */
export interface PurchaseOrder {
  /** Our id: the idempotency key, and what the provider sends back. */
  id: string
  ecosystem: string
  /** The provider's customer. */
  customer: string
  /** What it is called where it is paid and on its invoice. */
  name: string
  quantity: number
  /** Minor units for one. */
  unit: number
  currency: Currency
  locale: Locale
  expiresAt: Date
}

/** What the provider says of a purchase. */
export interface PurchaseState {
  /** `processing`: handed in, the money is not there yet. A declined try leaves it open. */
  status: 'open' | 'processing' | 'paid' | 'failed' | 'expired'
  /** The provider's word for why the last try was declined. */
  failure: string | null
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

/** What a subscription consists of, and what is decided about its future. */
export interface SubscriptionTerms {
  id: string
  status: string
  /** Still granting or owing something: not cancelled, not abandoned before its first payment. */
  live: boolean
  customer: string
  /** The customer's credit; negative: owed. */
  balance: number
  discounts: DiscountState[]
  /** The provider's id of each item, and the key of its price, as it was sold. */
  items: { id: string; key: string; quantity: number }[]
  /** A change that waits for the end of the period; null: none. */
  schedule: ScheduledState | null
  /** The invoice that a change waits for: it happens once that is paid. */
  waitingFor: string | null
  currency: Currency
  interval: Interval
  periodStart: Date
  periodEnd: Date
  cancelAt: Date | null
  /** What it is paid with: its own, else the customer's; by the provider's id, since not every method is a card. */
  methodId: string | null
  /** The card, where it is one. */
  paymentMethod: PaymentMethod | null
}

/** What reduces the invoices of a subscription. */
export interface DiscountState {
  id: string
  /** Used up by one invoice. */
  once: boolean
  /** Reduces no invoice from then on; null: it does not end by a date. */
  end: Date | null
}

/** What the provider says of a subscription. */
export interface SubscriptionState extends SubscriptionTerms {
  nextPayment: { date: Date; amount: number } | null
  invoices: InvoiceState[]
  /** null: nothing is owed. */
  arrears: ArrearsState | null
  /** A renewal is not paid yet, whether it is late or only being made; the invoice of a change that waits is none. */
  owes: boolean
}

/** A renewal that could not be charged. */
export interface ArrearsState {
  /** The oldest unpaid invoice. */
  invoice: string
  /** When its first charge failed. */
  since: Date
  /** Everything that is owed. */
  amount: number
  /** What that is made of, oldest first. */
  invoices: { id: string; amount: number }[]
  /** The provider's word for why the last charge failed. */
  reason: string | null
  /** The bank wants to ask its holder, who was not there. */
  needsAction: boolean
  /** When the provider tries again by itself. */
  retryAt: Date | null
}

/** Services consumed that the provider does not know of yet. */
export interface UnbilledUsage {
  amount: number
  currency: Currency
  description: string
}

/** A subscription's items become others. Preview and execution are told the same. */
export interface SubscriptionChange {
  subscription: string
  /** Prorations are computed at this second. */
  at: Date
  /** `now` begins a new period. */
  anchor: 'unchanged' | 'now'
  /** With an invoice of its own, or as lines of the next one. */
  bills: 'now' | 'next'
  /** An item without id is new; without a price it goes. */
  items: { id?: string; price?: PriceSpec }[]
}

/**
 * The invoice that follows a change, asked of the subscription as it will be. What an earlier invoice takes is left out
 * by id, so that the provider computes discounts and taxes on nothing else.
 */
export interface NextInvoice {
  subscription: string
  items: SubscriptionChange['items']
  /** `now`: its items begin a period of their own with it. */
  anchor: SubscriptionChange['anchor']
  /** Waiting items that are billed before it. */
  withoutItems: string[]
  /** The discounts that are left by then; null: those of the subscription. */
  discounts: string[] | null
  usage: UnbilledUsage[]
}

export interface NextInvoicePreview {
  /** After discounts and taxes, before credit. */
  total: number
  /** When the period begins that it is for. */
  periodStart: Date
}

export interface PreviewLine {
  description: string
  amount: number
  quantity: number
  /** Of the price, as it was sold. */
  key: string | null
  /** Set: it waits for an invoice already. */
  invoiceItem: string | null
  prorated: boolean
  /** Tax that is added to the amount. */
  tax: number
  start: Date
  end: Date
}

/** What a change would charge; amounts in minor units. */
export interface ChangePreview {
  lines: PreviewLine[]
  /** What a discount takes off the lines. */
  discount: number
  /** Added to the lines; what their amounts include is not counted. */
  tax: number
  total: number
  /** The customer's credit; negative: owed. */
  balanceBefore: number
  /** After credit, or too little to be charged. */
  amountDue: number
}

/** How an immediate payment stands. */
export interface ChangeOutcome {
  status: 'paid' | 'processing' | 'requires-action' | 'declined'
  /** For the bank's question, answered in the customer's page. */
  clientSecret?: string
  invoice?: string
  /** The provider's word for a refusal; `not-possible`: it does not take the change at all. */
  reason?: string | null
  /** What was to be paid, after credit. */
  amountDue?: number
}

/** A finalised invoice that is not paid. */
export interface DueInvoice {
  id: string
  number: string | null
  amount: number
}

/** Money taken at once, never from the customer's credit. */
export interface ImmediateCharge {
  customer: string
  /** Whose card pays. */
  subscription: string
  amount: number
  currency: Currency
  description: string
  metadata: Record<string, string>
  key: string
}

/** A charge that can be confirmed, or why there is none: `no-payment-method`, `amount-too-small`, a bank's word. */
export type PreparedCharge = { id: string } | { refused: string }

/** What a subscription shall be when its period ends. */
export interface ScheduledChange {
  subscription: string
  prices: PriceSpec[]
  /** Its interval changes: a new rhythm begins then. */
  startsPeriod: boolean
}

export interface ScheduledState {
  id: string
  /** null: nothing is before it any more. */
  at: Date | null
  items: { key: string; quantity: number }[]
  /** It has done its work and may go. */
  isOver: boolean
}

/** Services consumed, as a line of a renewal being prepared. */
export interface DraftItem {
  invoice: string
  customer: string
  amount: number
  currency: Currency
  description: string
  key: string
}

/** An invoice item that waits for the customer's next invoice. */
export interface PendingItem {
  id: string
  amount: number
}

/** A line of an invoice: what it is for, as far as it was sold here, and the provider's words for all else. */
export interface InvoiceLineState {
  description: string
  amount: number
  quantity: number
  /** For a part of a period. */
  prorated: boolean
  /** ISO 8601. */
  period: { start: string; end: string }
  /** The key of a price as it was sold, a report of usage, a purchase; null: none of ours. */
  of: { price: string } | { usage: string } | { purchase: string } | null
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
  /** Why it was made, in the provider's word: `subscription_cycle` is a renewal. */
  reason: string | null
  lines: InvoiceLineState[]
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
  /** Of which its payload has the shape. */
  apiVersion: string | null
  payload: unknown
}

export interface EventPage {
  events: ProviderEvent[]
  next?: string
}

/** A card that was set up and is now paid with. */
export interface AdoptedCard {
  /** The provider's id of the attempt to keep it. */
  setup: string
  card: string
}

export interface CancellationOrder {
  subscription: string
  reason: string
  comment: string | undefined
  key: string
}

/** What the product asks of a payment provider. Implemented by adapters; nothing else speaks to one. */
export interface Payments {
  /** Opens a checkout; the same order again finds the same one. A customer who was deleted becomes a new one. */
  openCheckout(order: CheckoutOrder): Promise<{ providerId: string; url: string }>
  /** Closes an open checkout, so that it can no longer be paid; says how it stands afterwards. */
  closeCheckout(providerId: string): Promise<CheckoutState>
  checkout(providerId: string): Promise<CheckoutState>
  /** Opens a purchase; the same order again finds the same one. Its secret lets a page pay it. No customer: `no-subscription`. */
  openPurchase(order: PurchaseOrder): Promise<{ providerId: string; clientSecret: string }>
  /** Closes an open purchase, so that it can no longer be paid; says how it stands afterwards. */
  closePurchase(providerId: string): Promise<PurchaseState>
  purchase(providerId: string): Promise<PurchaseState>
  terms(subscription: string): Promise<SubscriptionTerms>
  /** Everything to mirror; the next payment counts what was consumed and is not billed yet. */
  subscription(id: string, usage?: UnbilledUsage[]): Promise<SubscriptionState>
  /** What a change would charge, with services that join its invoice; on what has ended a `BillingError('subscription-ended')`. */
  previewChange(change: SubscriptionChange, usage?: UnbilledUsage[]): Promise<ChangePreview>
  previewNextInvoice(next: NextInvoice): Promise<NextInvoicePreview>
  /** Makes a change that happens when its invoice is paid; the same key again finds how the first try ended. */
  changeNow(change: SubscriptionChange, key: string): Promise<ChangeOutcome>
  /** Makes a change whose prorations wait for the next invoice; on what has ended a `BillingError('subscription-ended')`. */
  changeOnNextInvoice(change: SubscriptionChange, key: string): Promise<void>
  /** Makes a change that happens when the period ends; false: the provider does not take it. */
  scheduleChange(change: ScheduledChange, key: string): Promise<boolean>
  /** Gives a scheduled change up, or lets go of one that has happened. */
  releaseSchedule(id: string): Promise<void>
  dueInvoices(subscription: string): Promise<DueInvoice[]>
  /** Renewals being prepared. */
  draftInvoices(subscription: string): Promise<string[]>
  /** Makes a prepared renewal final and charges it. */
  collectDraft(invoice: string): Promise<void>
  /** What paying an invoice would charge now. */
  remainingOf(invoice: string): Promise<Money>
  payInvoice(invoice: string, key: string): Promise<ChangeOutcome>
  /** Gives an unpaid change up with its invoice; false: it was paid in the meantime. */
  voidInvoice(invoice: string): Promise<boolean>
  pendingItems(customer: string, subscription: string): Promise<PendingItem[]>
  /** Adds what was consumed to a renewal being prepared, each key once; false when it is final without it. */
  addToDraft(item: DraftItem): Promise<boolean>
  /** Prepares an immediate charge. No money moves yet. */
  prepareCharge(charge: ImmediateCharge): Promise<PreparedCharge>
  confirmCharge(charge: string): Promise<ChangeOutcome & { receiptUrl: string | null }>
  /** Gives a charge up for good; false: it was paid in the meantime, or its bank is at it. */
  cancelCharge(charge: string): Promise<boolean>
  /** Begins to keep a new card; the same key again finds the same attempt. */
  setUpCard(order: { customer: string; ecosystem: string; key: string }): Promise<{ clientSecret: string }>
  /** Makes the card that was set up last the one that customer and subscription pay with, unless a newer one is. */
  setDefaultPaymentMethod(customer: string, subscription: string | null): Promise<AdoptedCard | null>
  /** Tries everything that a subscription owes again with a new card; each invoice once for each card. */
  payDueWith(subscription: string, card: AdoptedCard): Promise<void>
  /** Ends a subscription with what is paid; one that has ended is a `BillingError('subscription-ended')`. */
  cancelAtPeriodEnd(order: CancellationOrder): Promise<void>
  /** Ends a subscription at once, without charge or credit; what is open stays so. One that has ended is left alone. */
  endSubscription(subscription: string): Promise<void>
  /** Undoes a cancellation; what has ended already is a `BillingError('subscription-ended')`. */
  keepSubscription(subscription: string): Promise<void>
  /** Tells the provider whose a customer is, for the people who look there. */
  nameCustomer(customer: string, as: { ecosystem: string; company: string }): Promise<void>
  /** The customer's credit movements, oldest first. */
  balance(customer: string): Promise<BalanceEntry[]>
  /** The provider's messages created since, newest first, a page at a time: `next` leads to the one after, if there is one. */
  eventsSince(span: { from: Date; until: Date }, cursor?: string): Promise<EventPage>
  /**
   * A signed message of the provider; a bad signature is a `BillingError('bad-signature')`, test money told to a live
   * server, or the reverse, a `wrong-mode`, another account's message a `wrong-account`, what is no message a `not-an-event`.
   */
  event(raw: string, signature: string): ProviderEvent
}
