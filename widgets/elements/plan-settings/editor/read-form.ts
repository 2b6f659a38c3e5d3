import type { Currency, Interval } from '#contract/money'
import type { PackageRow, PlanVersionContent } from '#contract/plan-settings'
import { type AmountFault, largestAmount, readAmount, readCount } from './amount-text.ts'
import { momentOf } from './dates.ts'
import { readDiscount } from './discount.ts'
import { type Form, isBlank, packagePath, type Row, type Texts, tableAt } from './form.ts'

export type Fault =
  | AmountFault
  | 'count-unreadable'
  | 'count-too-large'
  | 'count-missing'
  | 'unit-missing'
  | 'same-quantity'
  | 'total-too-large'
  | 'discount-unreadable'
  | 'date-unreadable'
  | 'ends-before-start'
  | 'text-too-long'

/** The content of a form, and its errors by path. Values that cannot be read are left out of the content. */
export interface Reading {
  content: PlanVersionContent
  faults: ReadonlyMap<string, Fault>
}

const most = 1_000_000
const longestText = 500

/**
 * Reads a form; `was` is the content that the form was made from, which keeps unchanged times exact to the millisecond.
 */
export const readForm = (form: Form, was: PlanVersionContent): Reading => {
  const faults = new Map<string, Fault>()
  const texts = (path: string, { 'es-MX': spanish, en }: Texts): Texts => {
    if (spanish.length > longestText) faults.set(`${path}.es-MX`, 'text-too-long')
    if (en.length > longestText) faults.set(`${path}.en`, 'text-too-long')
    return { 'es-MX': spanish, en }
  }
  const money = (path: string, text: string, currency: Currency, least = 1) => {
    const read = readAmount(text, currency, { least })
    if ('amount' in read) return read.amount
    faults.set(path, read.fault)
    return null
  }
  const count = (path: string, text: string, least = 0): number | null => {
    const read = readCount(text)
    if (read === null) return null
    if (read === undefined || read < least) faults.set(path, 'count-unreadable')
    else if (read > most) faults.set(path, 'count-too-large')
    else return read
    return null
  }
  const moment = (path: 'startsAt' | 'endsAt', needed: boolean) => {
    const read = form[path] ? momentOf(form[path], was[path]) : undefined
    if (!read && (form[path] || needed)) faults.set(path, 'date-unreadable')
    return read
  }
  const rows = (path: string, table: readonly Row[], currency: Currency): PackageRow[] => {
    const seen = new Set<number>()
    return table.flatMap((row, index) => {
      if (isBlank(row)) return []
      const at = `${path}.${index}`
      const quantity = count(`${at}.quantity`, row.quantity, 1)
      const unit = money(`${at}.unit`, row.unit, currency)
      if (!row.quantity.trim()) faults.set(`${at}.quantity`, 'count-missing')
      if (!row.unit.trim()) faults.set(`${at}.unit`, 'unit-missing')
      if (quantity !== null && seen.has(quantity)) faults.set(`${at}.quantity`, 'same-quantity')
      if (quantity !== null) seen.add(quantity)
      if (quantity === null || unit === null) return []
      if (quantity * unit > largestAmount) faults.set(`${at}.unit`, 'total-too-large')
      return [{ quantity, unit }]
    })
  }
  const startsAt = moment('startsAt', true) ?? was.startsAt
  const endsAt = moment('endsAt', false) ?? null
  if (endsAt && endsAt <= startsAt && !faults.size) faults.set('endsAt', 'ends-before-start')
  const currencies = Object.keys(form.prices) as Currency[]
  for (const currency of currencies) {
    const text = form.discounts[currency]!
    if (form.holds[currency] === 'discount' && text && readDiscount(text) === undefined)
      faults.set(`discounts.${currency}`, 'discount-unreadable')
  }
  const content: PlanVersionContent = {
    name: texts('name', form.name),
    description: texts('description', form.description),
    audience: texts('audience', form.audience),
    startsAt,
    endsAt,
    limits: Object.fromEntries(
      Object.entries(form.limits).flatMap(([id, text]): [string, number | null][] => {
        if (form.unlimited[id]) return [[id, null]]
        const limit = count(`limits.${id}`, text)
        return limit === null ? [] : [[id, limit]]
      }),
    ),
    limitTexts: form.limitTexts.map((text, index) => texts(`limitTexts.${index}`, text)),
    support: form.support.map((text, index) => texts(`support.${index}`, text)),
    features: Object.fromEntries(
      Object.entries(form.features).flatMap(([id, { on, toDegree, ...text }]) =>
        on ? [[id, toDegree ? texts(`features.${id}`, text) : true]] : [],
      ),
    ),
    parameters: Object.fromEntries(
      Object.entries(form.parameters).flatMap(([id, { on, included, packages }]) => {
        if (!on) return []
        const path = `parameters.${id}`
        if (!included.trim()) faults.set(`${path}.included`, 'count-missing')
        const tables = currencies.map((currency) => {
          const table = (interval: Interval) =>
            rows(`${path}.packages.${currency}.${interval}`, packages[currency]![interval], currency)
          return [currency, { month: table('month'), year: table('year') }]
        })
        return [
          [id, { included: count(`${path}.included`, included) ?? 0, packages: Object.fromEntries(tables) }],
        ]
      }),
    ),
    services: Object.fromEntries(
      Object.entries(form.services).flatMap(([id, units]) => {
        if (!form.sold[id]) return []
        const priced = currencies.flatMap((currency) => {
          const unit = money(`services.${id}.${currency}`, units[currency] ?? '', currency, 0)
          return unit === null ? [] : [[currency, unit]]
        })
        return [[id, Object.fromEntries(priced)]]
      }),
    ),
    prices: Object.fromEntries(
      currencies.map((currency) => [
        currency,
        {
          month: money(`prices.${currency}.month`, form.prices[currency]!.month, currency),
          year: money(`prices.${currency}.year`, form.prices[currency]!.year, currency),
        },
      ]),
    ),
  }
  return { content, faults }
}

/** The form's path of a field that the server names: the server counts only the rows that were sent. */
export const pathInForm = (form: Form, path: string): string => {
  const [, id, currency, interval, index, column] = packagePath.exec(path) ?? []
  const table = index === undefined ? undefined : tableAt(form, path)
  if (!table) return path
  const sent = table.flatMap((row, at) => (isBlank(row) ? [] : [at]))
  const tail = [sent[Number(index)] ?? index, ...(column ? [column] : [])].join('.')
  return `parameters.${id}.packages.${currency}.${interval}.${tail}`
}
