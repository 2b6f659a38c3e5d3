import type { Words } from '#contract/locale'
import type { Interval } from '#contract/money'
import type { Amount, Instant, MessageFacts, MessageKind } from './kinds.ts'

/** A row of a table of facts; the last row of a sum is highlighted. */
export interface Fact {
  label: string
  value: string
  strong?: boolean
}

/** The content of a mail as plain text, from which the HTML and the text part are made. */
export interface MailText {
  subject: string
  /** The preview text after the subject in a list of mails. */
  preheader: string
  heading: string
  paragraphs: string[]
  facts?: Fact[]
  /** The label of the one button. */
  button: string
  /** Further help, below the button. */
  after?: string[]
  /** A document to keep, if there is one. */
  document?: { label: string; url: string }
}

/** Formats facts as text, in one language and in the ecosystem's time zone. */
export interface Formatters {
  company: string
  of(words: Words): string
  money(amount: Amount): string
  /** Like “3 de diciembre de 2026”. */
  day(at: Instant): string
  /** The last full day before an end: an end at midnight has the day before. */
  lastDay(end: Instant): string
  /** The distance to a day: “mañana”, “en 3 días”. */
  away(at: Instant): string
  count(many: number): string
  /** Like “Visa terminada en 4242”. */
  card(card: { brand: string; last4: string }): string
  /** “mensual”, “anual”. */
  every(interval: Interval): string
}

/** Writes the text of one kind of message. */
export type Write<K extends MessageKind> = (facts: MessageFacts[K], say: Formatters) => MailText

/** The texts of some kinds of message in one language. */
export type MailTemplates<K extends MessageKind> = { [Kind in K]: Write<Kind> }
