import type { Currency, Interval } from '#contract/money'
import type { ProblemCode } from '../../words/problems.ts'
import type { PriceSpec } from '../catalogue/price-spec.ts'
import type { PlanVersionSnapshot } from '../catalogue/snapshot.ts'
import type { QuoteAmounts } from './amounts.ts'
import type { ChangeShape } from './classify.ts'

/** A plan as a customer has it, or would have it. */
export interface PlanSelection {
  plan: PlanVersionSnapshot
  interval: Interval
  /** For one interval, in minor units. */
  price: number
  /** In total; null: unlimited. */
  seats: number | null
}

/** The requests to the provider, step by step. Stored with the quote, so that every try sends the same. */
export interface ChangeSteps {
  subscription: string
  customer: string
  settle: {
    invoices: string[]
    /** Services recorded up to this moment (ISO 8601) were considered. */
    seenUntil: string
    /** Services used up to this moment (ISO 8601) are charged; null: none can be charged. */
    usageUntil: string | null
  }
  now: {
    anchor: 'unchanged' | 'now'
    items: { id?: string; price?: PriceSpec }[]
    /** What the provider's preview says it will charge. */
    amountDue: number
  } | null
  later: { prices: PriceSpec[]; startsPeriod: boolean } | null
}

/** Why a change can't be confirmed now. */
export interface Blocker {
  code: ProblemCode
  facts: Record<string, string>
}

/** A change, priced at a second. */
export interface PricedChange {
  at: Date
  expiresAt: Date
  currency: Currency
  from: PlanSelection
  to: PlanSelection
  shape: ChangeShape
  period: { start: Date; end: Date }
  /** The date of the first invoice after the change. */
  nextAt: Date
  amounts: QuoteAmounts
  steps: ChangeSteps
  blockers: Blocker[]
}
