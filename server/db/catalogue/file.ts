import * as z from 'zod/mini'
import { Words } from '#contract/locale'
import { Currency } from '#contract/money'
import { Slug } from '#contract/plan'
import { Policy } from '#contract/policy'

/** "999.00" → 99900: decimal text to minor units, exactly. */
const Amount = z.pipe(
  z
    .string('Write the amount in quotes, as in "999.00".')
    .check(z.regex(/^(0|[1-9]\d{0,8})\.\d{2}$/, 'Write the amount with two decimals, as in "999.00".')),
  z.transform((text) => Number(text.replace('.', ''))),
)

const intervals = <T extends z.ZodMiniType>(value: T) => z.strictObject({ month: value, year: value })
const perCurrency = <T extends z.ZodMiniType>(value: T) => z.partialRecord(Currency, value)
const record = <T extends z.ZodMiniType>(value: T) => z.record(z.string(), value)

const Version = z.strictObject({
  number: z.int().check(z.gte(1)),
  startsAt: z.iso.datetime('Write the date as 2025-11-22T06:00:00Z.'),
  description: Words,
  audience: Words,
  prices: perCurrency(intervals(Amount)),
  limits: record(z.nullable(z.int().check(z.gte(0)))),
  limitTexts: z.array(Words),
  features: record(z.union([z.literal(true), Words])),
  parameters: z._default(
    record(
      z.strictObject({
        included: z.int().check(z.gte(0)),
        packages: z._default(
          perCurrency(intervals(z.record(z.string().check(z.regex(/^[1-9]\d*$/)), Amount))),
          {},
        ),
      }),
    ),
    {},
  ),
  services: z._default(record(perCurrency(Amount)), {}),
  support: z.array(Words),
})

const Plan = z.strictObject({
  id: Slug,
  name: Words,
  rank: z.int(),
  highlighted: z._default(z.boolean(), false),
  contactSales: z._default(z.boolean(), false),
  hidden: z._default(z.boolean(), false),
  inherits: z._default(z.nullable(Slug), null),
  version: Version,
})

const Named = z.strictObject({ id: Slug, name: Words })

/** A catalogue as written in its file. */
export const CatalogueFile = z.strictObject({
  id: Slug,
  name: Words,
  sample: z.boolean(),
  currencies: z.array(Currency).check(z.minLength(1)),
  policy: Policy,
  limits: record(Words),
  groups: record(Words),
  features: z.array(
    z.strictObject({
      ...Named.shape,
      group: z.optional(z.string()),
      listed: z._default(z.boolean(), true),
      listedAs: z.optional(Words),
    }),
  ),
  parameters: z.array(Named),
  services: z.array(Named),
  plans: z.array(Plan).check(z.minLength(1)),
})
export type CatalogueFile = z.infer<typeof CatalogueFile>

export type CataloguePlan = CatalogueFile['plans'][number]

/** A mistake that the schema alone does not find: its place in the file, and the reason. */
export interface Mistake {
  path: (string | number)[]
  reason: string
}

/** Undefined names, duplicate ids, prices in a currency that the catalogue does not have. */
export const mistakesIn = (file: CatalogueFile): Mistake[] => [
  ...twice(file.plans, ['plans']),
  ...twice(file.features, ['features']),
  ...file.features.flatMap((feature, index) =>
    feature.group && !file.groups[feature.group]
      ? [{ path: ['features', index, 'group'], reason: `There is no group "${feature.group}".` }]
      : [],
  ),
  ...file.plans.flatMap((plan, index) => mistakesInPlan(file, plan, ['plans', index])),
]

const twice = (list: { id: string }[], path: string[]): Mistake[] =>
  list.flatMap(({ id }, index) =>
    list.findIndex((other) => other.id === id) < index
      ? [{ path: [...path, index, 'id'], reason: `"${id}" stands twice.` }]
      : [],
  )

const mistakesInPlan = (file: CatalogueFile, plan: CataloguePlan, path: Mistake['path']): Mistake[] => {
  const known = (names: string[], kind: string, where: string, list: { id: string }[]) =>
    names
      .filter((name) => !list.some(({ id }) => id === name))
      .map((name) => ({ path: [...path, 'version', where, name], reason: `There is no ${kind} "${name}".` }))
  const { version } = plan
  return [
    ...(plan.inherits && !file.plans.some(({ id }) => id === plan.inherits)
      ? [{ path: [...path, 'inherits'], reason: `There is no plan "${plan.inherits}".` }]
      : []),
    ...known(Object.keys(version.features), 'feature', 'features', file.features),
    ...known(Object.keys(version.parameters), 'parameter', 'parameters', file.parameters),
    ...known(Object.keys(version.services), 'service', 'services', file.services),
    ...known(
      Object.keys(version.limits),
      'limit',
      'limits',
      Object.keys(file.limits).map((id) => ({ id })),
    ),
    ...known(
      Object.keys(version.prices),
      'currency',
      'prices',
      file.currencies.map((id) => ({ id })),
    ),
  ]
}
