import type { EcosystemStatus } from '#contract/billing'
import type { Words } from '#contract/locale'
import type { Interval, Money } from '#contract/money'

/** Minor units of a currency; the text is made when the mail is written, in the reader's language. */
export type Amount = Pick<Money, 'amount' | 'currency'>

/** ISO 8601, UTC. Mails show it as a date in the ecosystem's time zone. */
export type Instant = string

/** The facts of each kind of message, as they are stored until it is sent. */
export interface MessageFacts {
  /** A trial has begun (with its end date), or a subscription (with its next payment). */
  welcome: {
    plan: Words
    trial?: { endsAt: Instant; maxUsers: number } | null
    nextPayment?: { at: Instant; amount: Amount } | null
  }
  'trial-ending': { endsAt: Instant; retentionDays: number }
  'trial-ended': { dataUntil: Instant }
  'renewal-reminder': {
    /** The plan after the renewal: the new one when a change is scheduled. */
    plan: Words
    interval: Interval
    at: Instant
    amount: Amount
    card?: { brand: string; last4: string } | null
  }
  'renewal-receipt': {
    plan: Words
    /** As printed on the invoice; null: it has none. */
    number: string | null
    paidAt: Instant
    /** Charged to the card. */
    amount: Amount
    /** Paid from the balance. */
    balanceUsed: Amount
    total: Amount
    pdfUrl: string | null
    nextPayment: { at: Instant; amount: Amount } | null
  }
  'purchase-receipt': { quantity: number; unit: Amount; total: Amount; paidAt: Instant; reference: string }
  'plan-changed': {
    from: Words
    to: Words
    interval: Interval
    /** Charged to the card at the change. */
    charged: Amount
    /** The customer's balance afterwards. */
    balance: Amount
    nextPayment: { at: Instant; amount: Amount } | null
  }
  'plan-change-scheduled': { from: Words; to: Words; interval: Interval; at: Instant }
  /** A scheduled change that was cancelled because not all users would have fitted. */
  'plan-change-taken-back': { from: Words; to: Words; inUse: number; seats: number }
  'licences-changed': {
    before: number
    /** All seats, those included in the plan counted. */
    after: number
    nextPayment: { at: Instant; amount: Amount } | null
  }
  'payment-failed': {
    amount: Amount
    /** The provider's decline code, as `declineOf` takes it; null: it gave none. */
    reason: string | null
    /** When the provider retries by itself. */
    retryAt: Instant | null
    suspendsAt: Instant | null
  }
  suspended: { amount: Amount | null; dataUntil: Instant }
  reactivated: { plan: Words }
  'limit-near': {
    what: 'licences' | 'encounters'
    used: number
    total: number
    /** The plan to move to, with its limit (null: unlimited); null: more can be bought. */
    next: { plan: Words; total: number | null } | null
  }
  'cancellation-confirmed': { plan: Words; accessUntil: Instant; dataUntil: Instant }
  'cancellation-undone': { plan: Words; nextPayment: { at: Instant; amount: Amount } | null }
  /** The data of an ecosystem that was cancelled, or never paid, will be deleted. */
  'data-deletion': { at: Instant; status: Extract<EcosystemStatus, 'suspended' | 'canceled'> }
}

export type MessageKind = keyof MessageFacts

/** A kind with its own facts. */
export type Message = { [K in MessageKind]: { kind: K; facts: MessageFacts[K] } }[MessageKind]

/** Kinds of optional mail: these have an unsubscribe link, which is respected. */
const optional: ReadonlySet<MessageKind> = new Set(['limit-near'])

export const isOptional = (kind: MessageKind): boolean => optional.has(kind)

/** When a message becomes out of date; null: never. */
export const staleAt = ({ kind, facts }: Message): Date | null => {
  if (kind === 'renewal-reminder' || kind === 'data-deletion') return new Date(facts.at)
  if (kind === 'trial-ending') return new Date(facts.endsAt)
  return null
}
