import type { Words } from '#contract/locale'
import type { Currency, Interval } from '#contract/money'
import type { PackageRow, ParameterContent, PlanVersionContent } from '#contract/plan-settings'
import type { PlanVersionSnapshot } from './snapshot.ts'

const intervals: Interval[] = ['month', 'year']

const perInterval = <V>(value: (interval: Interval) => V) => ({ month: value('month'), year: value('year') })

const fromEntries = <K extends string, V>(entries: (readonly [K, V])[]) =>
  Object.fromEntries(entries) as Record<K, V>

/** A plan version's content as administrators edit it. */
export const contentOf = (
  plan: PlanVersionSnapshot,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date | null },
  currencies: Currency[],
): PlanVersionContent =>
  normalContent(
    {
      name: plan.name,
      description: plan.description,
      audience: plan.audience,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt?.toISOString() ?? null,
      limits: plan.limits,
      limitTexts: plan.limitTexts,
      support: plan.support,
      features: plan.features,
      parameters: fromEntries(
        plan.parameters.map(({ id, included, packages }) => [
          id,
          {
            included,
            packages: fromEntries(
              currencies.map((currency) => [
                currency,
                perInterval((interval) =>
                  packages
                    .filter((one) => one.currency === currency && one.interval === interval)
                    .map(({ quantity, unit }) => ({ quantity, unit })),
                ),
              ]),
            ),
          },
        ]),
      ),
      services: fromEntries(
        [...Map.groupBy(plan.services, ({ id }) => id)].map(([id, units]) => [
          id,
          fromEntries(units.map(({ currency, unit }) => [currency, unit])),
        ]),
      ),
      prices: fromEntries(
        currencies.map((currency) => [
          currency,
          perInterval(
            (interval) =>
              plan.prices.find((one) => one.currency === currency && one.interval === interval)?.amount ??
              null,
          ),
        ]),
      ),
    },
    currencies,
  )

/** The content of a new, empty version. */
export const emptyContent = (name: Words, startsAt: string, currencies: Currency[]): PlanVersionContent => {
  const nothing = { 'es-MX': '', en: '' }
  return normalContent(
    {
      name,
      description: nothing,
      audience: nothing,
      startsAt,
      endsAt: null,
      limits: {},
      limitTexts: [],
      support: [],
      features: {},
      parameters: {},
      services: {},
      prices: {},
    },
    currencies,
  )
}

/**
 * The canonical form of content: every currency of the catalogue present, packages sorted by quantity, ids
 * sorted.
 */
export const normalContent = (content: PlanVersionContent, currencies: Currency[]): PlanVersionContent => ({
  ...content,
  startsAt: new Date(content.startsAt).toISOString(),
  endsAt: content.endsAt && new Date(content.endsAt).toISOString(),
  limits: inOrder(content.limits),
  features: inOrder(content.features),
  services: inOrder(content.services),
  parameters: inOrder(
    fromEntries(
      Object.entries(content.parameters).map(([id, { included, packages }]) => [
        id,
        { included, packages: normalPackages(packages, currencies) },
      ]),
    ),
  ),
  prices: fromEntries(
    currencies.map((currency) => [
      currency,
      perInterval((interval) => content.prices[currency]?.[interval] ?? null),
    ]),
  ),
})

const normalPackages = (
  packages: ParameterContent['packages'],
  currencies: Currency[],
): ParameterContent['packages'] =>
  fromEntries(
    currencies.map((currency) => [
      currency,
      perInterval((interval) =>
        [...(packages[currency]?.[interval] ?? [])].sort((one, other) => one.quantity - other.quantity),
      ),
    ]),
  )

const inOrder = <V>(record: Record<string, V>): Record<string, V> =>
  fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))

/** A package table, and its path in the content. */
export interface PackageTable {
  path: string
  parameter: string
  currency: Currency
  interval: Interval
  rows: PackageRow[]
}

/** Every package table of the content, empty ones included. */
export const packageTables = ({ parameters }: PlanVersionContent): PackageTable[] =>
  Object.entries(parameters).flatMap(([parameter, { packages }]) =>
    Object.entries(packages).flatMap(([currency, byInterval]) =>
      intervals.map((interval) => ({
        path: `parameters.${parameter}.packages.${currency}.${interval}`,
        parameter,
        currency: currency as Currency,
        interval,
        rows: byInterval[interval],
      })),
    ),
  )
