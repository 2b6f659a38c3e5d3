import { digitsOf, passesLuhn } from '../cards.ts'
import type { Session } from '../kinds.ts'
import { detailFields } from './buyer-details.ts'
import type { Words } from './words.ts'

/** What the buyer typed, and the errors by field. */
export interface Entry {
  email: string
  name: string
  use: 'saved' | 'new'
  number: string
  expiry: string
  cvc: string
  saves: boolean
  fields: Record<string, string>
  /** Phone, address and tax id, where the session requires them. */
  details: Record<string, string>
}

export const emptyEntry = (session: Session, hasSaved: boolean): Entry => ({
  email: session.customer_email ?? '',
  name: '',
  use: hasSaved ? 'saved' : 'new',
  number: '',
  expiry: '',
  cvc: '',
  saves: false,
  details: {},
  fields: Object.fromEntries(
    session.custom_fields.map((field) => [
      field.key,
      field.text?.default_value ?? field.dropdown?.default_value ?? '',
    ]),
  ),
})

const DETAILS = ['phone', 'line1', 'city', 'state', 'postal_code', 'country', 'tax_id']

export const readEntry = (body: string, session: Session, hasSaved: boolean): Entry => {
  const form = new URLSearchParams(body)
  const text = (name: string) => (form.get(name) ?? '').trim().slice(0, 500)
  return {
    email: session.customer_email ?? text('email'),
    name: text('name'),
    use: hasSaved && text('use') === 'saved' ? 'saved' : 'new',
    number: text('number'),
    expiry: text('expiry'),
    cvc: text('cvc'),
    saves: text('saves') === 'yes',
    details: Object.fromEntries(DETAILS.map((name) => [name, text(name)])),
    fields: Object.fromEntries(session.custom_fields.map((field) => [field.key, text(`field-${field.key}`)])),
  }
}

export type Problems = Record<string, string>

/** Everything that must be corrected before the bank is asked. */
export const checkEntry = (entry: Entry, session: Session, words: Words, now: number): Problems => {
  const problems: Problems = {}
  if (!session.customer && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(entry.email))
    problems.email = words.missingEmail
  for (const field of session.custom_fields) {
    const problem = checkField(field, entry.fields[field.key] ?? '', words)
    if (problem) problems[`field-${field.key}`] = problem
  }
  for (const { name, label, optional } of detailFields(session, words))
    if (!optional && !entry.details[name]) problems[name] = `${label}: ${words.missingField}`
    else if (name === 'country' && !/^[A-Za-z]{2}$/.test(entry.details.country ?? ''))
      problems.country = words.badCountry
  if (entry.use === 'new') checkCard(entry, words, now, problems)
  return problems
}

const checkField = (field: Session['custom_fields'][number], value: string, words: Words): string | null => {
  if (!value) return field.optional ? null : `${field.label.custom}: ${words.missingField}`
  const { minimum_length: least, maximum_length: most } = field.text ?? field.numeric ?? {}
  if (field.numeric && !/^\d+$/.test(value)) return words.notNumeric
  if (least && value.length < least) return words.tooShort(least)
  if (value.length > (most ?? 255)) return words.tooLong(most ?? 255)
  if (field.dropdown && !field.dropdown.options.some((option) => option.value === value))
    return `${field.label.custom}: ${words.missingField}`
  return null
}

const checkCard = (entry: Entry, words: Words, now: number, problems: Problems): void => {
  const digits = digitsOf(entry.number)
  if (!passesLuhn(digits)) problems.number = words.badNumber
  const expiry = expiryOf(entry.expiry)
  if (!expiry) problems.expiry = words.badExpiry
  else if (Date.UTC(expiry.year, expiry.month) / 1000 <= now) problems.expiry = words.pastExpiry
  if (!new RegExp(`^\\d{${/^3[47]/.test(digits) ? 4 : 3}}$`).test(entry.cvc)) problems.cvc = words.badCvc
}

/** 12/34, 12 / 2034 and 1234 are all December 2034. */
export const expiryOf = (text: string): { month: number; year: number } | null => {
  const match = /^(\d{1,2})\s*[/\-. ]?\s*(\d{4}|\d{2})$/.exec(text.trim())
  if (!match) return null
  const month = Number(match[1])
  const year = Number(match[2])
  return month >= 1 && month <= 12 ? { month, year: year < 100 ? 2000 + year : year } : null
}
