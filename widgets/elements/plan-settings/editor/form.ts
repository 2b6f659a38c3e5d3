import type { Locale } from '#contract/locale'
import type { Currency, Interval } from '#contract/money'
import type { PackageRow, PlanVersionContent, Vocabulary } from '#contract/plan-settings'
import { amountText, countText, readAmount } from './amount-text.ts'
import { localText } from './dates.ts'
import { discountOf, discountText, readDiscount, yearFor } from './discount.ts'

export type Texts = Record<Locale, string>

/** A row of packages as it is being typed. */
export interface Row {
  quantity: string
  unit: string
}

type Tables = Record<Interval, Row[]>

/**
 * A version as form fields, including values that cannot be read. Paths equal those of the server, as in
 * `prices.MXN.month`, so that its messages find their field.
 */
export interface Form {
  name: Texts
  description: Texts
  audience: Texts
  /** In the format of `<input type="datetime-local">`. */
  startsAt: string
  endsAt: string
  /** Empty: the plan has no such limit. */
  limits: Record<string, string>
  unlimited: Record<string, boolean>
  limitTexts: Texts[]
  support: Texts[]
  features: Record<string, Texts & { on: boolean; toDegree: boolean }>
  parameters: Record<string, { on: boolean; included: string; packages: Record<string, Tables> }>
  services: Record<string, Record<string, string>>
  /** The services that the plan sells. */
  sold: Record<string, boolean>
  prices: Record<string, Record<Interval, string>>
  /** The annual discount as it is being typed, by currency. */
  discounts: Record<string, string>
  /** The field typed last, by currency: when the month changes, it stays and the other one is recalculated. */
  holds: Record<string, 'year' | 'discount'>
}

const each = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>

const noTexts = (): Texts => ({ 'es-MX': '', en: '' })

/** The form of a version's content. What the catalogue has and the version has not gets an empty field. */
export const formOf = (content: PlanVersionContent, vocabulary: Vocabulary): Form => {
  const { currencies } = vocabulary
  const ids = (named: readonly { id: string }[]) => named.map(({ id }) => id)
  const money = (amount: number | null | undefined) => (amount == null ? '' : amountText(amount))
  const prices = each(currencies, (currency) => ({
    month: money(content.prices[currency]?.month),
    year: money(content.prices[currency]?.year),
  }))
  const form: Form = {
    name: { ...content.name },
    description: { ...content.description },
    audience: { ...content.audience },
    startsAt: localText(content.startsAt),
    endsAt: content.endsAt ? localText(content.endsAt) : '',
    limits: each(ids(vocabulary.limits), (id) =>
      content.limits[id] == null ? '' : countText(content.limits[id]),
    ),
    unlimited: each(ids(vocabulary.limits), (id) => content.limits[id] === null),
    limitTexts: structuredClone(content.limitTexts),
    support: structuredClone(content.support),
    features: each(ids(vocabulary.features), (id) => {
      const value = content.features[id]
      const toDegree = typeof value === 'object'
      return { on: value !== undefined, toDegree, ...(toDegree ? value : noTexts()) }
    }),
    parameters: each(ids(vocabulary.parameters), (id) => {
      const parameter = content.parameters[id]
      return {
        on: parameter !== undefined,
        included: countText(parameter?.included ?? 0),
        packages: each(currencies, (currency) =>
          each(['month', 'year'], (interval) => rowsOf(parameter?.packages[currency]?.[interval])),
        ),
      }
    }),
    services: each(ids(vocabulary.services), (id) =>
      each(currencies, (currency) => money(content.services[id]?.[currency])),
    ),
    sold: each(ids(vocabulary.services), (id) => content.services[id] !== undefined),
    prices,
    discounts: each(currencies, () => ''),
    holds: each(currencies, () => 'year'),
  }
  for (const currency of currencies) followPrice(form, currency)
  return form
}

const rowsOf = (rows: readonly PackageRow[] = []): Row[] =>
  rows.map(({ quantity, unit }) => ({ quantity: countText(quantity), unit: amountText(unit) }))

const amountIn = (text: string, currency: Currency): number | null => {
  const read = readAmount(text, currency)
  return 'amount' in read ? read.amount : null
}

/** Keeps price and discount consistent: after a change of one, recalculates the other. */
export const followPrice = (form: Form, currency: Currency): void => {
  const prices = form.prices[currency]!
  const month = amountIn(prices.month, currency)
  if (form.holds[currency] === 'discount') {
    const discount = readDiscount(form.discounts[currency]!)
    if (month && typeof discount === 'number') prices.year = amountText(yearFor(month, discount))
    return
  }
  const discount = discountOf(month, amountIn(prices.year, currency))
  form.discounts[currency] = discount === null ? '' : discountText(discount)
}

/** The table of packages that a path points into, such as `parameters.licences.packages.USD.month.0.unit`. */
export const packagePath =
  /^parameters\.([^.]+)\.packages\.(\w+)\.(month|year)(?:\.(\d+))?(?:\.(quantity|unit))?$/

export const tableAt = (form: Form, path: string): Row[] | undefined => {
  const [, id, currency, interval] = packagePath.exec(path) ?? []
  return form.parameters[id ?? '']?.packages[currency ?? '']?.[interval as Interval]
}

/** Writes a typed value at a path. */
export const write = (form: Form, path: string, value: string | boolean): void => {
  const names = path.split('.')
  const last = names.pop()!
  let place = form as unknown as Record<string, never>
  for (const name of names) place = place[name] as never
  ;(place as Record<string, unknown>)[last] = value
  const [noun, currency] = names
  if (noun === 'prices') {
    if (last === 'year') form.holds[currency!] = 'year'
    followPrice(form, currency as Currency)
  }
  if (noun === 'discounts') {
    form.holds[last] = 'discount'
    followPrice(form, last as Currency)
  }
}

export const isBlank = ({ quantity, unit }: Row): boolean => !quantity.trim() && !unit.trim()
