import type { Draft } from '../../draft.ts'
import type { Price } from '../../kinds.ts'

/** Descriptions of invoice lines, in the customer's preferred language, worded as by Stripe. */
const WORDS = {
  en: {
    locale: 'en-GB',
    every: { day: 'day', week: 'week', month: 'month', year: 'year' } as Record<string, string>,
    at: (money: string, interval: string) => `(at ${money} / ${interval})`,
    trial: (name: string) => `Trial period for ${name}`,
    unused: (name: string, day: string) => `Unused time on ${name} after ${day}`,
    remaining: (name: string, day: string) => `Remaining time on ${name} after ${day}`,
  },
  es: {
    locale: 'es-MX',
    every: { day: 'día', week: 'semana', month: 'mes', year: 'año' } as Record<string, string>,
    at: (money: string, interval: string) => `(a ${money} / ${interval})`,
    trial: (name: string) => `Periodo de prueba de ${name}`,
    unused: (name: string, day: string) => `Tiempo no utilizado de ${name} después del ${day}`,
    remaining: (name: string, day: string) => `Tiempo restante de ${name} después del ${day}`,
  },
}

const wordsOf = (draft: Draft, customer: string) => {
  const locale = draft.find('customer', customer)?.preferred_locales?.[0] ?? 'en'
  return locale.startsWith('es') ? WORDS.es : WORDS.en
}

export const productName = (draft: Draft, price: Pick<Price, 'product'>): string =>
  draft.find('product', price.product as string)?.name ?? 'Product'

/** 2 × Pro (at $20.00 / month) */
export const periodText = (draft: Draft, customer: string, price: Price, quantity: number): string => {
  const words = wordsOf(draft, customer)
  const every = words.every[price.recurring!.interval] ?? ''
  return `${quantity} × ${productName(draft, price)} ${words.at(money(price.unit_amount ?? 0, price.currency), every)}`
}

export const trialText = (draft: Draft, customer: string, price: Price): string =>
  wordsOf(draft, customer).trial(productName(draft, price))

interface ItemPeriod {
  kind: 'unused' | 'remaining'
  price: Price
  quantity: number
  from: number
}

/** Remaining time on 2 × Pro after 21 Nov 2026 */
export const prorationText = (
  draft: Draft,
  customer: string,
  { kind, price, quantity, from }: ItemPeriod,
): string => {
  const words = wordsOf(draft, customer)
  const name = productName(draft, price)
  return words[kind](
    quantity === 1 ? name : `${quantity} × ${name}`,
    dayFormat(words.locale).format(from * 1000),
  )
}

const days = new Map<string, Intl.DateTimeFormat>()

const dayFormat = (locale: string): Intl.DateTimeFormat => {
  const known = days.get(locale)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  days.set(locale, made)
  return made
}

const formats = new Map<string, Intl.NumberFormat>()

const money = (amount: number, currency: string): string => {
  const format = formats.get(currency) ?? new Intl.NumberFormat('en-US', { style: 'currency', currency })
  formats.set(currency, format)
  return format.format(amount / 100)
}
