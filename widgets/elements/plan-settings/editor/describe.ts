import type { Vocabulary } from '#contract/plan-settings'
import type { OfficeWords } from '../../../i18n/es-mx/office.ts'
import { nameIn, textIn } from '../views/names.ts'
import { countText, moneyText } from './amount-text.ts'
import { whenText } from './dates.ts'

export interface Teller {
  vocabulary: Vocabulary
  words: OfficeWords
  language: string
}

const intervalName = (part: string | undefined, words: OfficeWords) =>
  part === 'month' || part === 'year' ? words[part] : part

/** The label of a field: `prices.MXN.month` → `Precio · MXN · Mensual`. */
export const labelOf = (path: string, { vocabulary, words, language }: Teller): string => {
  const [noun = '', id = '', ...rest] = path.split('.')
  const join = (...parts: (string | number | undefined)[]) =>
    parts.filter((part) => part !== undefined && part !== '').join(' · ')
  const locale = (code: string | undefined) =>
    code === 'en' || code === 'es-MX' ? words.languages[code] : code
  if (noun === 'prices') return join(words.price, id, intervalName(rest[0], words))
  if (noun === 'discounts') return join(words.discount, id)
  if (noun === 'name' || noun === 'description' || noun === 'audience') return join(words[noun], locale(id))
  if (noun === 'limits') return join(words.limit, nameIn(vocabulary.limits, id, language))
  if (noun === 'features')
    return join(words.feature, nameIn(vocabulary.features, id, language), locale(rest[0]))
  if (noun === 'services') return join(words.service, nameIn(vocabulary.services, id, language), rest[0])
  if (noun === 'limitTexts' || noun === 'support')
    return join(words[noun], id && words.row(Number(id) + 1), locale(rest[0]))
  if (noun === 'parameters') {
    const [what, currency, interval, index, column] = rest
    const name = nameIn(vocabulary.parameters, id, language)
    if (what !== 'packages') return join(name, words.included)
    return join(
      name,
      words.packages,
      currency,
      intervalName(interval, words),
      index && words.row(Number(index) + 1),
      column === 'quantity' ? words.quantity : column === 'unit' ? words.unit : undefined,
    )
  }
  return (words.fields as Record<string, string>)[noun] ?? path
}

/** A field's value in readable form. */
export const valueText = (path: string, value: unknown, teller: Teller): string => {
  const { words, language } = teller
  const [noun, id = ''] = path.split('.')
  if (value === null && noun === 'limits') return words.unlimited
  if (value === null || value === undefined || value === '') return words.nothing
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (noun === 'startsAt' || noun === 'endsAt') return whenText(String(value), language)
  if (noun === 'prices') return moneyText(Number(value), id)
  if (typeof value === 'number') {
    const currency = path.split('.')[noun === 'services' ? 2 : 3]
    const isMoney = noun === 'services' || path.endsWith('.unit')
    return isMoney && currency ? moneyText(value, currency) : countText(value)
  }
  if (Array.isArray(value)) return value.map((one) => itemText(path, one, teller)).join('; ') || words.nothing
  if (typeof value === 'object') {
    if (noun === 'services')
      return Object.entries(value)
        .map(([currency, amount]) => moneyText(Number(amount), currency))
        .join(', ')
    return textIn(value as { 'es-MX': string; en: string }, language)
  }
  return String(value)
}

const itemText = (path: string, item: unknown, { language }: Teller): string => {
  const row = item as { quantity?: number; unit?: number; 'es-MX': string; en: string }
  return row.quantity === undefined
    ? textIn(row, language)
    : `${countText(row.quantity)} × ${moneyText(row.unit!, path.split('.')[3] ?? '')}`
}
