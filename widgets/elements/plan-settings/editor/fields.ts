import type { Currency, Interval } from '#contract/money'
import type { PackageRow, PlanVersionContent } from '#contract/plan-settings'

/** The content as fields by path, such as `prices.MXN.month`; a table of packages or a list of texts is one field. */
export type Fields = ReadonlyMap<string, unknown>

const intervals: Interval[] = ['month', 'year']

const byQuantity = (rows: readonly PackageRow[]) =>
  [...rows]
    .sort((one, other) => one.quantity - other.quantity)
    .map(({ quantity, unit }) => ({ quantity, unit }))

const inOrder = (record: object) =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))

/** An absent value has no field. */
export const fieldsOf = (content: PlanVersionContent): Fields => {
  const fields = new Map<string, unknown>()
  for (const text of ['name', 'description', 'audience'] as const)
    for (const [locale, words] of Object.entries(content[text])) fields.set(`${text}.${locale}`, words)
  fields.set('startsAt', new Date(content.startsAt).toISOString())
  fields.set('endsAt', content.endsAt && new Date(content.endsAt).toISOString())
  for (const [id, limit] of Object.entries(content.limits)) fields.set(`limits.${id}`, limit)
  fields.set('limitTexts', content.limitTexts.map(inOrder))
  fields.set('support', content.support.map(inOrder))
  for (const [id, feature] of Object.entries(content.features))
    fields.set(`features.${id}`, feature === true ? true : inOrder(feature))
  for (const [id, { included, packages }] of Object.entries(content.parameters)) {
    fields.set(`parameters.${id}.included`, included)
    for (const [currency, tables] of Object.entries(packages))
      for (const interval of intervals)
        if (tables[interval].length)
          fields.set(`parameters.${id}.packages.${currency}.${interval}`, byQuantity(tables[interval]))
  }
  for (const [id, units] of Object.entries(content.services)) fields.set(`services.${id}`, inOrder(units))
  for (const [currency, prices] of Object.entries(content.prices))
    for (const interval of intervals) fields.set(`prices.${currency}.${interval}`, prices[interval])
  return fields
}

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

export interface FieldChange {
  path: string
  before: unknown
  after: unknown
}

/**
 * The fields that differ between two contents. A present field without a value, such as an unlimited limit, differs
 * from an absent one.
 */
export const changesBetween = (before: Fields, after: Fields): FieldChange[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.has(path) !== after.has(path) || !isSame(before.get(path), after.get(path)))
    .filter((path) => path.startsWith('limits.') || !isSame(before.get(path), after.get(path)))
    .map((path) => ({ path, before: before.get(path), after: after.get(path) }))

/** A field that two administrators changed differently since both loaded the same version. */
export interface Conflict {
  path: string
  mine: unknown
  theirs: unknown
}

/** A three-way comparison: the common base, my values, and the server's current values. */
export interface Merge {
  conflicts: Conflict[]
  /** Fields that only the other administrator changed; their values stay. */
  onlyTheirs: FieldChange[]
  /** Fields that only I changed. */
  onlyMine: FieldChange[]
}

export const mergeOf = (base: Fields, mine: Fields, theirs: Fields): Merge => {
  const byMe = new Map(changesBetween(base, mine).map((change) => [change.path, change]))
  const byThem = new Map(changesBetween(base, theirs).map((change) => [change.path, change]))
  const both = [...byMe.keys()].filter((path) => byThem.has(path))
  return {
    conflicts: both
      .filter((path) => !isSame(mine.get(path), theirs.get(path)))
      .map((path) => ({ path, mine: mine.get(path), theirs: theirs.get(path) })),
    onlyTheirs: [...byThem.values()].filter(({ path }) => !byMe.has(path)),
    onlyMine: [...byMe.values()].filter(({ path }) => !byThem.has(path)),
  }
}

/** Their content with some of my fields applied. */
export const onTop = (theirs: Fields, mine: Fields, paths: readonly string[]): Fields => {
  const merged = new Map(theirs)
  for (const path of paths) {
    if (mine.has(path)) merged.set(path, mine.get(path))
    else merged.delete(path)
  }
  return merged
}

/** Fields turned back into content; `shape` gives the currencies. */
export const contentOf = (fields: Fields, shape: PlanVersionContent): PlanVersionContent => {
  const content: PlanVersionContent = {
    ...structuredClone(shape),
    limits: {},
    features: {},
    parameters: {},
    services: {},
  }
  const currencies = Object.keys(shape.prices) as Currency[]
  for (const [path, value] of fields) {
    const [noun, one, packages] = path.split('.') as [keyof PlanVersionContent, ...string[]]
    if (noun === 'parameters' && packages === 'packages') continue
    if (noun === 'parameters')
      content.parameters[one!] = {
        included: value as number,
        packages: Object.fromEntries(
          currencies.map((code) => [
            code,
            Object.fromEntries(
              intervals.map((each) => [each, fields.get(`parameters.${one}.packages.${code}.${each}`) ?? []]),
            ),
          ]),
        ),
      }
    else if (noun === 'prices')
      content.prices[one as Currency] = { ...content.prices[one as Currency]!, [packages!]: value }
    else if (one === undefined) Object.assign(content, { [noun]: value })
    else Object.assign(content[noun] as object, { [one]: value })
  }
  return structuredClone(content)
}
