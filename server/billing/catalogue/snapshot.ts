import type { Words } from '#contract/locale'
import type { Currency, Interval } from '#contract/money'
import type { Policy } from '#contract/policy'

/**
 * What a catalogue sells at a moment, in every language and currency. Every answer about the catalogue is made
 * from it.
 */
export interface CatalogueSnapshot {
  catalogue: string
  name: Words
  sample: boolean
  currencies: Currency[]
  policy: Policy
  limitNames: Record<string, Words>
  groups: { id: string; name: Words }[]
  features: { id: string; group: string | null; name: Words; listedAs: Words | null }[]
  plans: PlanVersionSnapshot[]
}

/** A plan with its version in force. */
export interface PlanVersionSnapshot {
  id: string
  versionId: string
  version: number
  name: Words
  description: Words
  audience: Words
  rank: number
  highlighted: boolean
  contactSales: boolean
  hidden: boolean
  inherits: string | null
  prices: PriceOf[]
  limits: Record<string, number | null>
  limitTexts: Words[]
  /** By feature id; a missing feature is not included. */
  features: Record<string, true | Words>
  parameters: ParameterSnapshot[]
  services: { id: string; name: Words; currency: Currency; unit: number }[]
  support: Words[]
}

export interface PriceOf {
  currency: Currency
  interval: Interval
  /** Minor units. */
  amount: number
}

export interface ParameterSnapshot {
  id: string
  name: Words
  included: number
  packages: { currency: Currency; interval: Interval; quantity: number; unit: number }[]
}
