import type { Locale } from '#contract/locale'

interface ComparisonWords {
  price: string
  monthly: string
  annual: string
  limits: string
  unlimited: string
  custom: string
  free: string
  included: (parameter: string) => string
  /** For what is included each month. */
  eachMonth: (parameter: string) => string
}

/** The rows of the comparison table that do not come from the catalogue. */
export const comparisonWords: Record<Locale, ComparisonWords> = {
  'es-MX': {
    price: 'Precio',
    monthly: 'Precio mensual',
    annual: 'Precio anual',
    limits: 'Límites',
    unlimited: 'Ilimitados',
    custom: 'Personalizado',
    free: 'Gratis',
    included: (parameter) => `${parameter} (incluye)`,
    eachMonth: (parameter) => `${parameter} al mes (incluye)`,
  },
  en: {
    price: 'Price',
    monthly: 'Monthly price',
    annual: 'Annual price',
    limits: 'Limits',
    unlimited: 'Unlimited',
    custom: 'Custom',
    free: 'Free',
    included: (parameter) => `${parameter} (included)`,
    eachMonth: (parameter) => `${parameter} a month (included)`,
  },
}
