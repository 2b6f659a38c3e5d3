import type { Interval, Money } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import { decimal } from './decimal.ts'

interface Page {
  /** Absolute address of the pricing page. */
  url: string
  image: string
  nameOf: (plan: string) => string
}

/** ISO 8601. */
const durations = { month: 'P1M', year: 'P1Y' } as const

const offer = (price: Money, interval: Interval, url: string) => ({
  '@type': 'Offer',
  price: decimal(price),
  priceCurrency: price.currency,
  url,
  priceSpecification: {
    '@type': 'UnitPriceSpecification',
    price: decimal(price),
    priceCurrency: price.currency,
    billingDuration: durations[interval],
  },
})

const product = (plan: Plan, { url, image, nameOf }: Page) => {
  const { month, year } = plan.prices
  const offers = [month && offer(month, 'month', url), year && offer(year, 'year', url)].filter(
    (it) => it !== null,
  )
  if (!offers.length) return null
  return {
    '@type': 'Product',
    name: nameOf(plan.name),
    description: plan.description,
    image,
    offers,
  }
}

/** What a search engine should know of the plans that have a price. */
export const productsJsonLd = ({ plans }: PlanList, page: Page) => ({
  '@context': 'https://schema.org',
  '@graph': plans.map((plan) => product(plan, page)).filter((it) => it !== null),
})

/** JSON that may stand inside a script element. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
