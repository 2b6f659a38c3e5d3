import { shellWords } from '../words/mail/shell.ts'
import { letters } from '../words/mail/templates.ts'
import { formattersFor, type Reader } from './formatters.ts'
import { htmlOf } from './html.ts'
import type { Message, MessageFacts, MessageKind } from './kinds.ts'
import { linkOf } from './links.ts'
import type { MailText, Write } from './template.ts'
import { plainSpaces, textOf } from './text.ts'

/** The links in a mail. */
export interface Links {
  /** The page with the billing panel: the button's link. */
  manageUrl: string
  /** The page where its reader chooses a plan without signing in, which the button then opens; null: none. */
  plansUrl?: string | null
  /** null: a mail about money or access, which has no unsubscribe link. */
  unsubscribeUrl: string | null
}

/** A mail's text with its links. */
export interface Enclosed extends MailText, Links {
  lang: string
  why: string
  unsubscribe: string
}

/** Writes a message as text and as HTML. Both have the same content. */
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
