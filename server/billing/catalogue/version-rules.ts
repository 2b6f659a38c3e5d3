import type { Locale } from '#contract/locale'
import type { Currency, Interval } from '#contract/money'
import { largestAmount, type PlanVersionContent } from '#contract/plan-settings'
import { minimumCharge } from '../money/minimum-charge.ts'
import { packageTables } from './version-content.ts'

/** A field that is wrong or missing; the text for each code is in `words/`. */
export interface Finding {
  path: string
  code: FindingCode
  facts?: Record<string, string>
}

export type FindingCode =
  | 'unknown'
  | 'unknown-currency'
  | 'ends-before-start'
  | 'duplicate-package'
  | 'total-too-large'
  | 'text-missing'
  | 'price-missing'
  | 'price-too-small'
  | 'year-above-twelve-months'
  | 'year-below-month'
  | 'packages-missing'
  | 'unit-missing'
  | 'number-used'
  | 'overlap'

/** The names that a catalogue defines. */
export interface Known {
  currencies: Currency[]
  features: { id: string }[]
  parameters: { id: string }[]
  services: { id: string }[]
  limits: string[]
}

const locales: Locale[] = ['es-MX', 'en']
const intervals: Interval[] = ['month', 'year']

/** Mistakes that prevent saving, even as a draft. */
export const mistakesIn = (content: PlanVersionContent, known: Known): Finding[] => [
  ...unknown('features', content.features, known.features),
  ...unknown('parameters', content.parameters, known.parameters),
  ...unknown('services', content.services, known.services),
  ...unknown(
    'limits',
    content.limits,
    known.limits.map((id) => ({ id })),
  ),
  ...foreignCurrencies(content, known.currencies),
  ...(content.endsAt && new Date(content.endsAt) <= new Date(content.startsAt)
    ? [{ path: 'endsAt', code: 'ends-before-start' as const }]
    : []),
  ...packageTables(content).flatMap(({ path, rows }) =>
    rows.flatMap(({ quantity, unit }, index): Finding[] => {
      const isSecond = rows.findIndex((other) => other.quantity === quantity) < index
      if (isSecond) return [{ path: `${path}.${index}.quantity`, code: 'duplicate-package' }]
      if (quantity * unit > largestAmount) return [{ path: `${path}.${index}.unit`, code: 'total-too-large' }]
      return []
    }),
  ),
]

const unknown = (where: string, given: object, known: { id: string }[]): Finding[] =>
  Object.keys(given)
    .filter((id) => !known.some((one) => one.id === id))
    .map((id) => ({ path: `${where}.${id}`, code: 'unknown' }))

const foreignCurrencies = (content: PlanVersionContent, currencies: Currency[]): Finding[] => {
  const places: [string, object][] = [
    ['prices', content.prices],
    ...Object.entries(content.parameters).map(([id, { packages }]): [string, object] => [
      `parameters.${id}.packages`,
      packages,
    ]),
    ...Object.entries(content.services).map(([id, units]): [string, object] => [`services.${id}`, units]),
  ]
  return places.flatMap(([path, given]) =>
    Object.keys(given)
      .filter((currency) => !currencies.includes(currency as Currency))
      .map((currency) => ({ path: `${path}.${currency}`, code: 'unknown-currency' })),
  )
}

/** What is missing or implausible before a version can be sold; a plan that is not sold online needs no prices. */
export const missingIn = (
  content: PlanVersionContent,
  { known, isSoldOnline }: { known: Known; isSoldOnline: boolean },
): Finding[] => [
  ...textsMissing(content),
  ...(isSoldOnline ? known.currencies.flatMap((currency) => pricesMissing(content, currency)) : []),
  ...(isSoldOnline ? packagesMissing(content, known.currencies) : []),
  ...Object.entries(content.services).flatMap(([id, units]) =>
    known.currencies
      .filter((currency) => units[currency] === undefined)
      .map((currency): Finding => ({ path: `services.${id}.${currency}`, code: 'unit-missing' })),
  ),
]

const textsMissing = (content: PlanVersionContent): Finding[] => {
  const texts: [string, Record<Locale, string>][] = [
    ['name', content.name],
    ['description', content.description],
    ['audience', content.audience],
    ...content.limitTexts.map((text, index): [string, typeof text] => [`limitTexts.${index}`, text]),
    ...content.support.map((text, index): [string, typeof text] => [`support.${index}`, text]),
    ...Object.entries(content.features).flatMap(([id, value]): [string, Record<Locale, string>][] =>
      value === true ? [] : [[`features.${id}`, value]],
    ),
  ]
  return texts.flatMap(([path, text]) =>
    locales
      .filter((locale) => text[locale].trim() === '')
      .map((locale): Finding => ({ path: `${path}.${locale}`, code: 'text-missing' })),
  )
}

const pricesMissing = ({ prices }: PlanVersionContent, currency: Currency): Finding[] => {
  const of = prices[currency] ?? { month: null, year: null }
  const path = (interval: Interval) => `prices.${currency}.${interval}`
  const found = intervals.flatMap((interval): Finding[] => {
    const amount = of[interval]
    if (amount === null) return [{ path: path(interval), code: 'price-missing', facts: { currency } }]
    return amount < minimumCharge[currency] ? [{ path: path(interval), code: 'price-too-small' }] : []
  })
  if (found.length || !of.month || !of.year) return found
  if (of.year > of.month * 12) return [{ path: path('year'), code: 'year-above-twelve-months' }]
  return of.year < of.month ? [{ path: path('year'), code: 'year-below-month' }] : []
}

/** Packages must exist in every currency and interval, or in none. */
const packagesMissing = (content: PlanVersionContent, currencies: Currency[]): Finding[] =>
  Object.entries(content.parameters).flatMap(([parameter, { packages }]) => {
    const isSold = Object.values(packages).some(({ month, year }) => month.length + year.length > 0)
    if (!isSold) return []
    return currencies.flatMap((currency) =>
      intervals
        .filter((interval) => !packages[currency]?.[interval].length)
        .map(
          (interval): Finding => ({
            path: `parameters.${parameter}.packages.${currency}.${interval}`,
            code: 'packages-missing',
          }),
        ),
    )
  })
