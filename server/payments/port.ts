import type { PaymentMethod } from '#contract/billing'
import type { Locale } from '#contract/locale'
import type { Currency, Interval, Money } from '#contract/money'
import type { PriceSpec } from '../billing/catalogue/price-spec.ts'
import type { FirstPeriod } from '../billing/checkouts/first-period.ts'

/** A checkout to open at the provider, with everything that it needs. */
export interface CheckoutOrder {
  /** Our id: the idempotency key, which the provider also sends back. */
  id: string
  prices: PriceSpec[]
  /** The days before the first 1st; null: the first period is a whole one. */
  firstPeriod: Pick<FirstPeriod, 'anchor' | 'isFree'> | null
  expiresAt: Date
  locale: Locale
  /** The provider's customer, when the ecosystem has one. */
  customer?: string
  email?: string
  /** When it is missing, the provider's page asks for it. */
  company?: string
  successUrl: string
  cancelUrl: string
}

/** A purchase that is paid at once in the customer's page, never from their credit. */
export interface PurchaseOrder {
  /** Our id: the idempotency key, which the provider also sends back. */
  id: string
  ecosystem: string
  /** The provider's customer. */
  customer: string
  /** Its name on the payment page and on the invoice. */
  name: string
  quantity: number
  /** Minor units per piece. */
  unit: number
  currency: Currency
  locale: Locale
  expiresAt: Date
}

/** A purchase at the provider. */
export interface PurchaseState {
  /** `processing`: submitted, but the money has not arrived. After a declined try it stays open. */
  status: 'open' | 'processing' | 'paid' | 'failed' | 'expired'
  /** The provider's reason code of the last declined try. */
  failure: string | null
}

/** A checkout at the provider. */
export interface CheckoutState {
  /** Our id of the checkout. */
  id: string | null
  /** `processing`: submitted, but the money has not arrived. */
  status: 'open' | 'processing' | 'paid' | 'expired'
  customer: string | null
  subscription: string | null
  email: string | null
  company: string | null
}

/** A subscription's items, and its scheduled changes. */
export interface SubscriptionTerms {
  id: string
  status: string
  /** It still grants or owes something: not cancelled, and not abandoned before its first payment. */
  live: boolean
  customer: string
  /** The customer's credit; negative: owed. */
  balance: number
  discounts: DiscountState[]
  /** Each item with its id at the provider and the key of its price, as it was sold. */
  items: { id: string; key: string; quantity: number }[]
  /** A change that takes effect at the end of the period; null: none. */
  schedule: ScheduledState | null
  /** The unpaid invoice of a pending change, which takes effect once that is paid. */
  waitingFor: string | null
  currency: Currency
  interval: Interval
  periodStart: Date
  periodEnd: Date
  /** The current period is the rest of a month that cost too little to be charged. */
  isFree: boolean
  cancelAt: Date | null
  /**
   * The provider's id of the payment method, the subscription's own or else the customer's. Not every method is
   * a card.
   */
  methodId: string | null
  /** The card's details, when it is a card. */
  paymentMethod: PaymentMethod | null
}

/** A discount on a subscription's invoices. */
export interface DiscountState {
  id: string
  /** Used up by one invoice. */
  once: boolean
  /** The date from which it no longer applies; null: it has no end date. */
  end: Date | null
}

/** A subscription at the provider. */
export interface SubscriptionState extends SubscriptionTerms {
  nextPayment: { date: Date; amount: number } | null
  invoices: InvoiceState[]
  /** null: nothing is owed. */
  arrears: ArrearsState | null
  /**
   * The current period is not paid: a renewal is unpaid, overdue or still being prepared, or the period is free. The invoice of a pending change does not count.
   */
  owes: boolean
}

/** A renewal that could not be charged. */
export interface ArrearsState {
  /** The oldest unpaid invoice. */
  invoice: string
  /** When its first charge failed. */
  since: Date
  /** The total that is owed. */
  amount: number
  /** The unpaid invoices, oldest first. */
  invoices: { id: string; amount: number }[]
  /** The provider's reason code of the last failed charge. */
  reason: string | null
  /** The bank asks for the card holder's confirmation, who was not present. */
  needsAction: boolean
  /** When the provider retries by itself. */
  retryAt: Date | null
}

/** Consumed services that the provider does not know yet. */
export interface UnbilledUsage {
  amount: number
  currency: Currency
  description: string
}

/** Changes a subscription's items. Preview and execution send the same to the provider. */
export interface SubscriptionChange {
  subscription: string
  /** Prorations are computed at this second. */
  at: Date
  /** `now` starts a new period. */
  anchor: 'unchanged' | 'now'
  /** On an invoice of its own, or as lines of the next one. */
  bills: 'now' | 'next'
  /** An item without id is added; one without a price is removed. */
  items: { id?: string; price?: PriceSpec }[]
}

/**
 * The request for the invoice that follows a change, previewed for the changed subscription. Items of an
 * earlier invoice are left out by id, so that the provider computes discounts and taxes without them.
 */
export interface NextInvoice {
  subscription: string
  items: SubscriptionChange['items']
  /** `now`: its items start a new period with it. */
  anchor: SubscriptionChange['anchor']
  /** Pending items that are billed before it. */
  withoutItems: string[]
  /** The discounts that remain by then; null: those of the subscription. */
  discounts: string[] | null
  usage: UnbilledUsage[]
}

export interface NextInvoicePreview {
  /** After discounts and taxes, before credit. */
  total: number
  /** The start of the period that it is for. */
  periodStart: Date
}

export interface PreviewLine {
  description: string
  amount: number
  quantity: number
  /** The key of the price, as it was sold. */
  key: string | null
  /** Set: the item waits for an invoice already. */
  invoiceItem: string | null
  prorated: boolean
  /** Tax in addition to the amount. */
  tax: number
  start: Date
  end: Date
}

/** What a change would charge; amounts in minor units. */
export interface ChangePreview {
  lines: PreviewLine[]
  /** The discount on the lines. */
  discount: number
  /** Tax in addition to the lines; tax that their amounts include is not counted. */
  tax: number
  total: number
  /** The customer's credit; negative: owed. */
  balanceBefore: number
  /** After credit; 0 when it is below the minimum charge. */
  amountDue: number
}

/** The result of an immediate payment. */
export interface ChangeOutcome {
  status: 'paid' | 'processing' | 'requires-action' | 'declined'
  /** For the bank's confirmation in the customer's page. */
  clientSecret?: string
  invoice?: string
  /** The provider's reason code of a refusal; `not-possible`: it does not accept the change at all. */
  reason?: string | null
  /** The amount to pay, after credit. */
  amountDue?: number
}

/** A finalised invoice that is not paid. */
export interface DueInvoice {
  id: string
  number: string | null
  amount: number
}

/** An immediate charge, never paid from the customer's credit. */
export interface ImmediateCharge {
  customer: string
  /** The subscription whose card pays. */
  subscription: string
  amount: number
  currency: Currency
  description: string
  metadata: Record<string, string>
  key: string
}

/**
 * A charge that can be confirmed, or the reason why there is none: `no-payment-method`, `amount-too-small`, or
 * the bank's code.
 */
export type PreparedCharge = { id: string } | { refused: string }

/** What a subscription becomes when its period ends. */
export interface ScheduledChange {
  subscription: string
  prices: PriceSpec[]
  /** Its interval changes, so a new period starts then. */
  startsPeriod: boolean
}

export interface ScheduledState {
  id: string
  /** null: no phase is left. */
  at: Date | null
  items: { key: string; quantity: number }[]
  /** It has done its work and can be released. */
  isOver: boolean
}

/** Consumed services, as a line of a renewal that is being prepared. */
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

/** A line of an invoice: what it is for, if it was sold here, and else the provider's text. */
export interface InvoiceLineState {
  description: string
  amount: number
  quantity: number
  /** It covers a part of a period. */
  prorated: boolean
  /** ISO 8601. */
  period: { start: string; end: string }
  /** What it was sold as: the key of a price, a usage report, a purchase; null: not sold here. */
  of: { price: string } | { usage: string } | { purchase: string } | null
}

export interface InvoiceState {
  id: string
  number: string | null
  status: string
  currency: Currency
  total: number
  amountPaid: number
  /** The part that the customer's credit paid. */
  balanceUsed: number
  /** The provider's reason for the invoice: `subscription_cycle` is a renewal. */
  reason: string | null
  lines: InvoiceLineState[]
  pdfUrl: string | null
  at: Date
  paidAt: Date | null
}

/** A movement of the customer's credit: a positive amount adds to the balance. */
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
  /** The id of the object that it is about. */
  object: string | null
  /** The API version of its payload. */
  apiVersion: string | null
  payload: unknown
}

export interface EventPage {
  events: ProviderEvent[]
  next?: string
}

/** A card that was set up and made the default. */
export interface AdoptedCard {
  /** The provider's id of the set-up. */
  setup: string
  card: string
  /** The invoices that the customer agreed to pay with it at once; missing: all that are unpaid. */
  invoices?: string[]
}

export interface CardSetup {
  customer: string
  ecosystem: string
  subscription: string | null
  /** What the customer agrees to pay at once, in minor units. */
  expectedTotal: number | undefined
  key: string
}

export interface CancellationOrder {
  subscription: string
  reason: string
  comment: string | undefined
  key: string
}

/** What the product needs from a payment provider. Adapters implement it; no other code calls a provider. */
export interface Payments {
  /** Opens a checkout; the same order again finds the same one. A deleted customer becomes a new one. */
  openCheckout(order: CheckoutOrder): Promise<{ providerId: string; url: string }>
  /** Closes an open checkout, so that it can no longer be paid; returns its state afterwards. */
  closeCheckout(providerId: string): Promise<CheckoutState>
  checkout(providerId: string): Promise<CheckoutState>
  /**
   * Opens a purchase; the same order again finds the same one. Its secret lets a page pay it. Without a
   * customer it is a `no-subscription`.
   */
  openPurchase(order: PurchaseOrder): Promise<{ providerId: string; clientSecret: string }>
  /** Closes an open purchase, so that it can no longer be paid; returns its state afterwards. */
  closePurchase(providerId: string): Promise<PurchaseState>
  purchase(providerId: string): Promise<PurchaseState>
  terms(subscription: string): Promise<SubscriptionTerms>
  /** Everything to mirror. The next payment includes services that were consumed and not billed yet. */
  subscription(id: string, usage?: UnbilledUsage[]): Promise<SubscriptionState>
  /**
   * What a change would charge, with services that its invoice includes; after the subscription ended it is a
   * `BillingError('subscription-ended')`.
   */
  previewChange(change: SubscriptionChange, usage?: UnbilledUsage[]): Promise<ChangePreview>
  previewNextInvoice(next: NextInvoice): Promise<NextInvoicePreview>
  /**
   * Makes a change that takes effect when its invoice is paid; the same key again returns the result of the
   * first try.
   */
  changeNow(change: SubscriptionChange, key: string): Promise<ChangeOutcome>
  /**
   * Makes a change whose prorations wait for the next invoice; after the subscription ended it is a
   * `BillingError('subscription-ended')`.
   */
  changeOnNextInvoice(change: SubscriptionChange, key: string): Promise<void>
  /** Schedules a change for the end of the period; false: the provider does not accept it. */
  scheduleChange(change: ScheduledChange, key: string): Promise<boolean>
  /** Cancels a scheduled change, or releases one that has happened. */
  releaseSchedule(id: string): Promise<void>
  dueInvoices(subscription: string): Promise<DueInvoice[]>
  /** Draft invoices of renewals that are being prepared. */
  draftInvoices(subscription: string): Promise<string[]>
  /** Finalises a draft renewal and charges it. */
  collectDraft(invoice: string): Promise<void>
  /** What paying an invoice would charge now. */
  remainingOf(invoice: string): Promise<Money>
  payInvoice(invoice: string, key: string): Promise<ChangeOutcome>
  /** Cancels an unpaid change with its invoice; false: it was paid in the meantime. */
  voidInvoice(invoice: string): Promise<boolean>
  pendingItems(customer: string, subscription: string): Promise<PendingItem[]>
  /** Adds consumed services to a draft renewal, once for each key; false when it is final without them. */
  addToDraft(item: DraftItem): Promise<boolean>
  /** Prepares an immediate charge. No money moves yet. */
  prepareCharge(charge: ImmediateCharge): Promise<PreparedCharge>
  confirmCharge(charge: string): Promise<ChangeOutcome & { receiptUrl: string | null }>
  /** Cancels a charge for good; false: it was paid in the meantime, or its bank is still processing it. */
  cancelCharge(charge: string): Promise<boolean>
  /**
   * Starts the set-up of a new card; the same key again finds the same attempt. If no oldest unpaid invoices add up to
   * `expectedTotal`, it is a `BillingError('price-changed')`.
   */
  setUpCard(order: CardSetup): Promise<{ clientSecret: string }>
  /** Makes the card that was set up last the default of customer and subscription, unless a newer one is. */
  setDefaultPaymentMethod(customer: string, subscription: string | null): Promise<AdoptedCard | null>
  /** Retries what a subscription owes with a new card, each invoice once for each card. */
  payDueWith(subscription: string, card: AdoptedCard): Promise<void>
  /**
   * Cancels a subscription at the end of its paid period; one that has ended is a
   * `BillingError('subscription-ended')`.
   */
  cancelAtPeriodEnd(order: CancellationOrder): Promise<void>
  /**
   * Ends a subscription at once, without charge or credit; open invoices stay open. One that has ended is left
   * alone.
   */
  endSubscription(subscription: string): Promise<void>
  /** Undoes a cancellation; a subscription that has ended is a `BillingError('subscription-ended')`. */
  keepSubscription(subscription: string): Promise<void>
  /** Stores the ecosystem and company of a customer at the provider, for the people who look there. */
  nameCustomer(customer: string, as: { ecosystem: string; company: string }): Promise<void>
  /** The customer's credit movements, oldest first. */
  balance(customer: string): Promise<BalanceEntry[]>
  /**
   * The provider's messages created in a span, newest first, one page at a time; `next` is the cursor of the
   * following page, if there is one.
   */
  eventsSince(span: { from: Date; until: Date }, cursor?: string): Promise<EventPage>
  /**
   * Verifies and parses a signed message of the provider. A bad signature is a `BillingError('bad-signature')`;
   * a test message for a live server, or the reverse, a `wrong-mode`; another account's message a
   * `wrong-account`; anything else that is not a message a `not-an-event`.
   */
  event(raw: string, signature: string): ProviderEvent
}
