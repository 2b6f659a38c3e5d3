import type { EcosystemStatus } from '#contract/billing'
import type { Words } from '#contract/locale'
import type { Interval, Money } from '#contract/money'

/** Minor units of a currency; its text is made when the mail is written, in the language of who reads it. */
export type Amount = Pick<Money, 'amount' | 'currency'>

/** ISO 8601, UTC. Mails say it as a day where the ecosystem is. */
export type Instant = string

/** What each kind of message tells, as it is kept until it is sent. */
export interface MessageFacts {
  /** A trial has begun (with its end), or a subscription (with its next payment). */
  welcome: {
    plan: Words
    trial?: { endsAt: Instant; maxUsers: number } | null
    nextPayment?: { at: Instant; amount: Amount } | null
  }
  'trial-ending': { endsAt: Instant; retentionDays: number }
  'trial-ended': { dataUntil: Instant }
  'renewal-reminder': {
    /** What it renews to: the plan that it changes to when a change waits. */
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
    /** Taken from the card. */
    amount: Amount
    /** Taken from the balance. */
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
    /** Taken from the card at the change. */
    charged: Amount
    /** What the customer holds afterwards. */
    balance: Amount
    nextPayment: { at: Instant; amount: Amount } | null
  }
  'plan-change-scheduled': { from: Words; to: Words; interval: Interval; at: Instant }
  /** A scheduled change that was given up because not everybody would have fitted. */
  'plan-change-taken-back': { from: Words; to: Words; inUse: number; seats: number }
  'licences-changed': {
    before: number
    /** All seats, those that the plan includes among them. */
    after: number
    nextPayment: { at: Instant; amount: Amount } | null
  }
  'payment-failed': {
    amount: Amount
    /** The provider's word for why, as `declineOf` takes it; null: it gave none. */
    reason: string | null
    /** When it is tried again by itself. */
    retryAt: Instant | null
    suspendsAt: Instant | null
  }
  suspended: { amount: Amount | null; dataUntil: Instant }
  reactivated: { plan: Words }
  'limit-near': {
    what: 'licences' | 'encounters'
    used: number
    total: number
    /** The plan to move to, with how many it has (null: no limit); null: more can be bought. */
    next: { plan: Words; total: number | null } | null
  }
  'cancellation-confirmed': { plan: Words; accessUntil: Instant; dataUntil: Instant }
  'cancellation-undone': { plan: Words; nextPayment: { at: Instant; amount: Amount } | null }
  /** The data of who left, or never paid, is deleted soon. */
  'data-deletion': { at: Instant; status: Extract<EcosystemStatus, 'suspended' | 'canceled'> }
}

export type MessageKind = keyof MessageFacts

/** A kind with its own facts. */
export type Message = { [K in MessageKind]: { kind: K; facts: MessageFacts[K] } }[MessageKind]

/** What nobody has to be told: these mails carry a way to stop them, and it is respected. */
const optional: ReadonlySet<MessageKind> = new Set(['limit-near'])

export const isOptional = (kind: MessageKind): boolean => optional.has(kind)

/** From when on a message would tell of something that is over already; null: never. */
export const staleAt = ({ kind, facts }: Message): Date | null => {
  if (kind === 'renewal-reminder' || kind === 'data-deletion') return new Date(facts.at)
  if (kind === 'trial-ending') return new Date(facts.endsAt)
  return null
}
