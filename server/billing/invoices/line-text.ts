import type { Locale, Words } from '#contract/locale'
import { planChangeWords } from '../../words/plan-change.ts'
import { dateText, lastDayText } from '../calendar/date-text.ts'
import { parsePriceKey } from '../catalogue/prices.ts'

/** A mirrored invoice line: what it is for, if known, and the provider's text. Amounts in minor units. */
export interface MirroredLine {
  description: string
  amount: number
  quantity?: number
  prorated?: boolean
  /** ISO 8601. */
  period?: { start: string; end: string }
  of?: { price: string } | { usage: string } | { purchase: string } | null
}

/** The names for invoice lines, by the ids that the lines contain. */
export interface LineNames {
  /** By the id of a plan version. */
  plans: ReadonlyMap<string, Words>
  /** Units and service, by the id of a usage report. */
  usage: ReadonlyMap<string, { units: number; name: Words }>
  /** Quantity and parameter, by the id of a purchase. */
  purchases: ReadonlyMap<string, { quantity: number; name: Words }>
}

interface Reader {
  locale: Locale
  timeZone: string
}

/**
 * The text of an invoice line in the reader's language, made from its facts; the provider's text when the facts
 * are unknown.
 */
export const invoiceLineText = (line: MirroredLine, names: LineNames, reader: Reader): string => {
  const { of, description } = line
  const { locale } = reader
  const words = planChangeWords[locale]
  if (!of) return description
  if ('price' in of) return planLine(line, of.price, names, reader)
  if ('usage' in of) {
    const used = names.usage.get(of.usage)
    return used ? words.service(used.units, used.name[locale]) : description
  }
  const bought = names.purchases.get(of.purchase)
  return bought ? words.service(bought.quantity, bought.name[locale]) : description
}

/** The text for a plan or its seats, for a period or a part of one. */
const planLine = (line: MirroredLine, price: string, { plans }: LineNames, reader: Reader): string => {
  const { locale, timeZone } = reader
  const words = planChangeWords[locale]
  const { versionId, parameter } = parsePriceKey(price)
  const plan = plans.get(versionId)?.[locale]
  if (!plan) return line.description
  const what = parameter ? words.licences(line.quantity ?? 1, plan) : plan
  const text = line.amount < 0 ? words.credit(what) : line.prorated ? words.charge(what) : what
  if (!line.period) return text
  const start = new Date(line.period.start)
  return words.period(text, dateText(start, locale, timeZone), lastDayOf(line.period, reader))
}

/** What ends at midnight has the day before as its last day; an empty period has its own day. */
const lastDayOf = ({ start, end }: { start: string; end: string }, { locale, timeZone }: Reader): string =>
  end > start ? lastDayText(new Date(end), locale, timeZone) : dateText(new Date(end), locale, timeZone)
