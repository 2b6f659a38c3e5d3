import type { Currency } from '#contract/money'
import type { Locale, RouteName } from './routes.ts'

interface PublicCatalogue {
  readonly route: RouteName
  /** The currency a visitor reads first; absent: the catalogue's own. */
  readonly currency?: Record<Locale, Currency>
  /** When a charge is made, in the words of the order page. */
  readonly billingDay: 'contractDay' | 'firstOfMonth'
  /** Its prices are examples, and every page says so. */
  readonly sample: boolean
  /** The plan that a general question is filed under. */
  readonly quotePlan: string
}

/** The catalogues that have a public page here. */
export const catalogues = {
  erp: {
    route: 'pricing',
    currency: { 'es-MX': 'MXN', en: 'USD' },
    billingDay: 'contractDay',
    sample: false,
    quotePlan: 'enterprise',
  },
  waizant: { route: 'waizantPricing', billingDay: 'firstOfMonth', sample: true, quotePlan: 'premium' },
} as const satisfies Record<string, PublicCatalogue>

export type CatalogueId = keyof typeof catalogues

export const catalogueOf = (id: string | null | undefined): CatalogueId | null =>
  id && Object.hasOwn(catalogues, id) ? (id as CatalogueId) : null
