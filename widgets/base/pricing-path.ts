/** The site's page of the plans, for a reader of this language. */
export const pricingPath = (language: string): string =>
  language.startsWith('es') ? '/precios' : '/en/pricing'
