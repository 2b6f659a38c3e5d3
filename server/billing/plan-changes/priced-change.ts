import type { Currency, Interval } from '#contract/money'
import type { ProblemCode } from '../../words/problems.ts'
import type { PriceSpec } from '../catalogue/price-spec.ts'
import type { PlanVersionSnapshot } from '../catalogue/snapshot.ts'
import type { QuoteAmounts } from './amounts.ts'
import type { ChangeShape } from './classify.ts'

/** A plan as one customer has it, or would. */
export interface PlanSelection {
  plan: PlanVersionSnapshot
  interval: Interval
  /** For one interval, in minor units. */
  price: number
  /** In all; null: unlimited. */
  seats: number | null
}

/** What is told to the provider, step by step. Kept with the quote: every try says the same. */
export interface ChangeSteps {
  subscription: string
  customer: string
  settle: {
    invoices: string[]
    /** Services recorded up to this moment (ISO 8601) were looked at. */
    seenUntil: string
    /** Services used up to this moment (ISO 8601); null: none that can be charged. */
    usageUntil: string | null
  }
  now: {
    anchor: 'unchanged' | 'now'
    items: { id?: string; price?: PriceSpec }[]
    /** What the provider said it would charge. */
    amountDue: number
  } | null
  later: { prices: PriceSpec[]; startsPeriod: boolean } | null
}

/** Why a change can't be confirmed as things stand. */
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
  /** Of the first invoice after the change. */
  nextAt: Date
  amounts: QuoteAmounts
  steps: ChangeSteps
  blockers: Blocker[]
}
