import type { Locale } from '#contract/locale'
import type { Currency, Interval, Money } from '#contract/money'
import { numberText } from '#contract/number-text'
import type { ComparisonGroup, ComparisonRow, FeatureValue, Package, Plan, PlanList } from '#contract/plan'
import { yearPerMonth, yearSavings } from '#contract/savings'
import { comparisonWords } from '../../words/comparison.ts'
import { formatMoney } from '../money/format.ts'
import type { CatalogueSnapshot, ParameterSnapshot, PlanVersionSnapshot } from './snapshot.ts'

/** A catalogue's offer for one reader: one language, one currency, amounts with their text. */
export const planList = (offer: CatalogueSnapshot, currency: Currency, locale: Locale): PlanList => {
  const { policy } = offer
  const visible = offer.plans.filter((plan) => !plan.hidden)
  const plans = visible.map((plan) => planOf(offer, plan, currency, locale))
  return {
    catalogue: offer.catalogue,
    currency,
    currencies: offer.currencies,
    locale,
    annualDiscountPercent: policy.annualDiscountPercent,
    trial: policy.trial && {
      days: policy.trial.days,
      maxUsers: policy.trial.maxUsers,
      cardRequired: policy.trial.cardRequired,
    },
    plans,
    comparison: comparisonOf(offer, visible, plans, locale),
  }
}

const priceIn = (
  plan: PlanVersionSnapshot,
  currency: Currency,
  interval: Interval,
  locale: Locale,
): Money | null => {
  const price = plan.prices.find((one) => one.currency === currency && one.interval === interval)
  return price ? formatMoney(price.amount, currency, locale) : null
}

const planOf = (
  offer: CatalogueSnapshot,
  plan: PlanVersionSnapshot,
  currency: Currency,
  locale: Locale,
): Plan => {
  const month = priceIn(plan, currency, 'month', locale)
  const year = priceIn(plan, currency, 'year', locale)
  const formatted = (money: Money | null) => money && formatMoney(money.amount, currency, locale)
  return {
    id: plan.id,
    name: plan.name[locale],
    description: plan.description[locale],
    audience: plan.audience[locale],
    rank: plan.rank,
    version: plan.version,
    highlighted: plan.highlighted,
    contactSales: plan.contactSales,
    trialPlan: offer.policy.trial?.plan === plan.id && !month && !year && !plan.contactSales,
    inherits: plan.inherits,
    prices: {
      month,
      year,
      yearSavings: formatted(yearSavings(month, year)),
      yearPerMonth: formatted(yearPerMonth(year)),
    },
    limits: plan.limits,
    limitTexts: plan.limitTexts.map((words) => words[locale]),
    features: offer.features.flatMap(({ id, listedAs }) =>
      listedAs ? [{ id, name: listedAs[locale], included: featureValueOf(plan, id, locale) }] : [],
    ),
    parameters: plan.parameters.map((parameter) => parameterOf(parameter, currency, locale)),
    services: plan.services
      .filter((service) => service.currency === currency)
      .map(({ id, name, unit }) => ({ id, name: name[locale], unit: formatMoney(unit, currency, locale) })),
    support: plan.support.map((words) => words[locale]),
  }
}

const featureValueOf = (plan: PlanVersionSnapshot, feature: string, locale: Locale): FeatureValue => {
  const value = plan.features[feature]
  return value === undefined ? false : value === true ? true : value[locale]
}

const parameterOf = (
  parameter: ParameterSnapshot,
  currency: Currency,
  locale: Locale,
): Plan['parameters'][number] => {
  const packages = (interval: Interval): Package[] =>
    parameter.packages
      .filter((one) => one.currency === currency && one.interval === interval)
      .map(({ quantity, unit }) => ({
        quantity,
        unit: formatMoney(unit, currency, locale),
        total: formatMoney(unit * quantity, currency, locale),
      }))
  const { id, name, included } = parameter
  return { id, name: name[locale], included, packages: { month: packages('month'), year: packages('year') } }
}

/** Prices and limits first, then the catalogue's own groups of features. */
const comparisonOf = (
  offer: CatalogueSnapshot,
  offered: PlanVersionSnapshot[],
  plans: Plan[],
  locale: Locale,
): ComparisonGroup[] => {
  const words = comparisonWords[locale]
  const row = (
    id: string,
    name: string,
    value: (plan: Plan, index: number) => FeatureValue,
  ): ComparisonRow => ({
    id,
    name,
    values: Object.fromEntries(plans.map((plan, index) => [plan.id, value(plan, index)])),
  })
  const priceText = (plan: Plan, interval: Interval) =>
    plan.prices[interval]?.text ?? (plan.contactSales ? words.custom : words.free)
  const limits = Object.entries(offer.limitNames).map(([id, name]) =>
    row(id, name[locale], (plan) => limitText(plan.limits[id], locale)),
  )
  const parameters = (offered[0]?.parameters ?? []).map(({ id, name }) =>
    row(id, (id === 'encounters' ? words.eachMonth : words.included)(name[locale]), (plan) =>
      number(plan.parameters.find((one) => one.id === id)?.included ?? 0, locale),
    ),
  )
  const groups = [
    {
      id: 'price',
      name: words.price,
      rows: [
        row('price-month', words.monthly, (plan) => priceText(plan, 'month')),
        row('price-year', words.annual, (plan) => priceText(plan, 'year')),
      ],
    },
    { id: 'limits', name: words.limits, rows: [...limits, ...parameters] },
    ...offer.groups.map((group) => ({
      id: group.id,
      name: group.name[locale],
      rows: offer.features
        .filter((feature) => feature.group === group.id)
        .map(({ id, name }) =>
          row(id, name[locale], (_, index) => featureValueOf(offered[index]!, id, locale)),
        ),
    })),
  ]
  return groups.filter((group) => group.rows.length > 0)
}

const limitText = (limit: number | null | undefined, locale: Locale): FeatureValue => {
  if (limit === undefined) return false
  return limit === null ? comparisonWords[locale].unlimited : number(limit, locale)
}

const number = (value: number, locale: Locale) => numberText(value, locale)
