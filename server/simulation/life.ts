import type { PlanChangeQuote } from '#contract/plan-change'
import type { newCustomer } from '../testing/customer.ts'
import type { Town } from './town.ts'

/** One customer in the town, and the people who act for them. */
export interface Life {
  town: Town
  customer: Awaited<ReturnType<typeof newCustomer>>
  /** In the provider's spelling. */
  currency: string
}

/** What the customer did and was promised; never how it is computed. */
export interface Promised {
  /** Acknowledged reports. */
  usage: Map<string, { service: string; units: number }>
  /** Every price of a change that was shown. */
  quotes: Map<string, PlanChangeQuote>
  /** The bank's open question, and the confirmation that caused it. */
  asked: { intent: string; quoteId: string; key: string } | null
  /** Purchases that were begun and may still be paid. */
  baskets: string[]
  /** Credit that was given, in minor units. */
  given: number
  /** How many bought encounters were used: included ones are used first. */
  spent: number
  /** Messages of the provider were lost on purpose: what is shown may be an hour old. */
  isDeaf: boolean
  /** The provider failed on purpose: a request may be refused because of that. */
  isFailing: boolean
  /** Its data was deleted, because a debt or a cancellation is old enough. */
  isGone: boolean
  /** Acts again without waiting until all work has settled. */
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
