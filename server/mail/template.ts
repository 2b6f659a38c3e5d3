import type { Words } from '#contract/locale'
import type { Interval } from '#contract/money'
import type { Amount, Instant, MessageFacts, MessageKind } from './kinds.ts'

/** A line of a table of facts; the last of a sum stands out. */
export interface Fact {
  label: string
  value: string
  strong?: boolean
}

/** What a mail says, as plain text: HTML and text part are both made from it. */
export interface MailText {
  subject: string
  /** What a list of mails shows after the subject. */
  preheader: string
  heading: string
  paragraphs: string[]
  facts?: Fact[]
  /** The one thing to do. */
  button: string
  /** What else helps, below the button. */
  after?: string[]
  /** Something to keep, where there is one. */
  document?: { label: string; url: string }
}

/** Puts facts into words, in one language and where the ecosystem is. */
export interface Formatters {
  company: string
  of(words: Words): string
  money(amount: Amount): string
  /** Like “3 de diciembre de 2026”. */
  day(at: Instant): string
  /** The day that is whole yet when something ends: an end at midnight is the day before. */
  lastDay(end: Instant): string
  /** How far away a day is: “mañana”, “en 3 días”. */
  away(at: Instant): string
  count(many: number): string
  /** Like “Visa terminada en 4242”. */
  card(card: { brand: string; last4: string }): string
  /** “mensual”, “anual”. */
  every(interval: Interval): string
}

/** Writes one kind of message. */
export type Write<K extends MessageKind> = (facts: MessageFacts[K], say: Formatters) => MailText

/** The letters of some kinds in one language. */
export type MailTemplates<K extends MessageKind> = { [Kind in K]: Write<Kind> }
