import type { Interval, Money } from '#contract/money'
import type { Plan, PlanList } from '#contract/plan'
import { decimal } from './decimal.ts'

interface PricingPage {
  /** Absolute address of the page. */
  url: string
  /** Absolute address of its picture. */
  image: string
  nameOf: (plan: string) => string
}

/** ISO 8601. */
const durations = { month: 'P1M', year: 'P1Y' } as const

const organization = (origin: string) => `${origin}/#organization`

const offer = (price: Money, interval: Interval, { url }: PricingPage) => ({
  '@type': 'Offer',
  price: decimal(price),
  priceCurrency: price.currency,
  url,
  availability: 'https://schema.org/InStock',
  priceSpecification: {
    '@type': 'UnitPriceSpecification',
    price: decimal(price),
    priceCurrency: price.currency,
    billingDuration: durations[interval],
  },
})

const product = (plan: Plan, page: PricingPage) => {
  const { month, year } = plan.prices
  const offers = [month && offer(month, 'month', page), year && offer(year, 'year', page)].filter(
    (it) => it !== null,
  )
  if (!offers.length) return null
  return {
    '@type': 'Product',
    name: page.nameOf(plan.name),
    description: plan.description,
    image: page.image,
    brand: { '@type': 'Brand', name: 'Waizant' },
    offers,
  }
}

/** The plans that have a price. */
export const products = ({ plans }: PlanList, page: PricingPage) =>
  plans.map((plan) => product(plan, page)).filter((it) => it !== null)

/** Questions with their answers, word for word as on the page. */
export const faqPage = (answers: readonly { question: string; answer: string }[]) => ({
  '@type': 'FAQPage',
  mainEntity: answers.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  })),
})

/** The organisation behind the site. */
export const publisher = (origin: string, contact: string) => ({
  '@type': 'Organization',
  '@id': organization(origin),
  name: 'Waizant',
  url: `${origin}/`,
  logo: `${origin}/icon-512.png`,
  contactPoint: {
    '@type': 'ContactPoint',
    contactType: 'sales',
    url: origin + contact,
    availableLanguage: ['es', 'en'],
  },
})

export const website = (origin: string) => ({
  '@type': 'WebSite',
  name: 'Waizant Billing',
  url: `${origin}/`,
  inLanguage: ['es-MX', 'en'],
  publisher: { '@id': organization(origin) },
})

/** The breadcrumb from the home page to a page, which comes last. */
export const breadcrumbs = (trail: readonly { name: string; url: string }[]) => ({
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ name, url }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: url,
  })),
})

export const graph = (nodes: readonly object[]) => ({ '@context': 'https://schema.org', '@graph': nodes })

/** JSON that is safe inside a script element. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
