import { expect, it } from 'vitest'
import type { Plan, PlanList } from '#contract/plan'
import { breadcrumbs, faqPage, products, publisher, scriptJson, website } from './json-ld.ts'

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
  const [product] = products(list(plan('pro', 249900, 2549000)), page)
  expect(product?.name).toBe('ERP pro')
  expect(product?.offers.map((offer) => [offer.price, offer.priceCurrency])).toEqual([
    ['2499.00', 'MXN'],
    ['25490.00', 'MXN'],
  ])
})

it('leaves out a plan without a price', () => {
  expect(products(list(plan('enterprise', null, null)), page)).toEqual([])
})

it('names one publisher on the home page', () => {
  const { '@id': id, contactPoint } = publisher('https://x.mx', '/contacto')
  expect(website('https://x.mx').publisher['@id']).toBe(id)
  expect(contactPoint.url).toBe('https://x.mx/contacto')
})

it('asks and answers in the words of the page', () => {
  const [question] = faqPage([{ question: '¿Recibo factura?', answer: 'Sí.' }]).mainEntity
  expect([question?.name, question?.acceptedAnswer.text]).toEqual(['¿Recibo factura?', 'Sí.'])
})

it('counts the steps to a page from one', () => {
  const trail = [
    { name: 'Inicio', url: 'https://x.mx/' },
    { name: 'Precios', url: 'https://x.mx/precios' },
  ]
  expect(breadcrumbs(trail).itemListElement.map(({ position, item }) => [position, item])).toEqual([
    [1, 'https://x.mx/'],
    [2, 'https://x.mx/precios'],
  ])
})

it('cannot close the script element around it', () => {
  expect(scriptJson({ name: '</script>' })).toBe('{"name":"\\u003c/script>"}')
})
