import { shellWords } from '../words/mail/shell.ts'
import { letters } from '../words/mail/templates.ts'
import { formattersFor, type Reader } from './formatters.ts'
import { htmlOf } from './html.ts'
import type { Message, MessageFacts, MessageKind } from './kinds.ts'
import { linkOf } from './links.ts'
import type { MailText, Write } from './template.ts'
import { plainSpaces, textOf } from './text.ts'

/** Where the links of a mail lead. */
export interface Links {
  /** The page with the billing panel: the button. */
  manageUrl: string
  /** Where its reader chooses a plan without signing in: the button then; null: nowhere. */
  plansUrl?: string | null
  /** null: a mail that nobody can stop, because it tells of their money or their access. */
  unsubscribeUrl: string | null
}

/** A letter with what stands around it. */
export interface Enclosed extends MailText, Links {
  lang: string
  why: string
  unsubscribe: string
}

/** Puts a message into words and both of its forms. The same content stands in both. */
export const writeMail = (
  message: Message,
  context: Reader & Links,
): { subject: string; html: string; text: string } => {
  const { locale, unsubscribeUrl } = context
  const { kind, facts } = message
  const manageUrl = context.plansUrl ?? linkOf(context.manageUrl, message)
  const say = formattersFor(context)
  const write = letters[locale][kind] as Write<MessageKind>
  const letter = write(facts as MessageFacts[MessageKind] as never, say)
  const { why, unsubscribe } = shellWords[locale]
  const enclosed = { ...letter, manageUrl, unsubscribeUrl, lang: locale, why: why(say.company), unsubscribe }
  return { subject: plainSpaces(letter.subject), html: htmlOf(enclosed), text: textOf(enclosed) }
}
