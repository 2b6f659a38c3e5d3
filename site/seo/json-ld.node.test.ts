import { expect, it } from 'vitest'
import type { Plan, PlanList } from '#contract/plan'
import { productsJsonLd, scriptJson } from './json-ld.ts'

const plan = (id: string, month: number | null, year: number | null): Plan => ({
  id,
  name: id,
  description: 'd',
  audience: 'a',
  rank: 1,
  version: 2,
  highlighted: false,
  contactSales: month === null,
  trialPlan: false,
  inherits: null,
  prices: {
    month: month === null ? null : { amount: month, currency: 'MXN' },
    year: year === null ? null : { amount: year, currency: 'MXN' },
    yearSavings: null,
    yearPerMonth: null,
  },
  limits: {},
  limitTexts: [],
  features: [],
  parameters: [],
  services: [],
  support: [],
})

const list = (...plans: Plan[]): PlanList => ({
  catalogue: 'erp',
  currency: 'MXN',
  currencies: ['MXN'],
  locale: 'es-MX',
  annualDiscountPercent: 15,
  trial: null,
  plans,
  comparison: [],
})

const page = {
  url: 'https://x.mx/precios',
  image: 'https://x.mx/i.png',
  nameOf: (name: string) => `ERP ${name}`,
}

it('offers each priced interval with its exact decimal', () => {
  const [product] = productsJsonLd(list(plan('pro', 249900, 2549000)), page)['@graph']
  expect(product?.name).toBe('ERP pro')
  expect(product?.offers.map((offer) => [offer.price, offer.priceCurrency])).toEqual([
    ['2499.00', 'MXN'],
    ['25490.00', 'MXN'],
  ])
})

it('leaves out a plan without a price', () => {
  expect(productsJsonLd(list(plan('enterprise', null, null)), page)['@graph']).toEqual([])
})

it('cannot close the script element it stands in', () => {
  expect(scriptJson({ name: '</script>' })).toBe('{"name":"\\u003c/script>"}')
})
