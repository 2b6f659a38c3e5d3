import type { PlanChangeQuote } from '#contract/plan-change'
import type { newCustomer } from '../testing/customer.ts'
import type { Town } from './town.ts'

/** One customer in the town, and whoever acts for them. */
export interface Life {
  town: Town
  customer: Awaited<ReturnType<typeof newCustomer>>
  /** As the provider writes it. */
  currency: string
}

/** What the customer did and was promised; never how it is computed. */
export interface Promised {
  /** Reports that were acknowledged. */
  usage: Map<string, { service: string; units: number }>
  /** Every price of a change that was shown. */
  quotes: Map<string, PlanChangeQuote>
  /** The bank's question that waits for an answer, and the confirmation that asked it. */
  asked: { intent: string; quoteId: string; key: string } | null
  /** Purchases that were begun and may still be paid. */
  baskets: string[]
  /** Credit that was given, in minor units. */
  given: number
  /** Bought encounters that were used: included ones go first. */
  spent: number
  /** Messages of the provider were lost on purpose: what is shown may be an hour old. */
  isDeaf: boolean
  /** The provider failed on purpose: a request may be refused for that. */
  isFailing: boolean
  /** Owed for so long, or left so long ago, that its data was deleted. */
  isGone: boolean
  /** Does not wait until everything is quiet before it acts again. */
  hurries: boolean
}

export const nothingYet = (hurries: boolean): Promised => ({
  usage: new Map(),
  quotes: new Map(),
  asked: null,
  baskets: [],
  given: 0,
  spent: 0,
  isDeaf: false,
  isFailing: false,
  isGone: false,
  hurries,
})
