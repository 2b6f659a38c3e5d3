import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import {
  beginSending,
  type MessageRow,
  markSent,
  messageById,
  takeBackSending,
  withhold,
} from '../../db/notifications/messages.ts'
import { isUnsubscribed } from '../../db/notifications/unsubscribed.ts'
import type { Deps } from '../../deps.ts'
import { isOptional, type Message, staleAt } from '../../mail/kinds.ts'
import { asksForPlan } from '../../mail/links.ts'
import { writeMail } from '../../mail/write-mail.ts'
import { checkoutLink } from './checkout-link.ts'
import { recipientOf, unsubscribeUrl } from './unsubscribe.ts'

/** One that was begun and never heard of again is begun once more: twice the same Message-ID, never a third. */
const mostTries = 2

/**
 * Writes a message in its ecosystem's language and sends it. What failed is an error, and tried again by the job; what
 * nobody wants, or tells of something that is over, is not sent at all.
 */
export const sendMail = async (deps: Deps, id: string): Promise<void> => {
  const row = await messageById(deps.db, id)
  if (!row || row.sentAt || row.withheld) return
  const ecosystem = (await ecosystemById(deps.db, row.ecosystem))!
  const why = await reasonToWithhold(deps, row, ecosystem)
  if (why) return withhold(deps.db, id, why)
  if (row.tries >= mostTries) return markSent(deps.db, id, deps.clock.now())
  const mail = await written(deps, row, ecosystem)
  if (!(await beginSending(deps.db, row))) return
  try {
    await deps.mail.send(mail)
  } catch (error) {
    await takeBackSending(deps.db, id)
    throw error
  }
  await markSent(deps.db, id, deps.clock.now())
}

const messageOf = ({ kind, facts }: MessageRow) => ({ kind, facts }) as Message

const reasonToWithhold = async (
  { db, clock }: Deps,
  row: MessageRow,
  ecosystem: Ecosystem,
): Promise<MessageRow['withheld']> => {
  const stale = staleAt(messageOf(row))
  if (stale && stale <= clock.now()) return 'stale'
  if (isOptional(row.kind) && (await isUnsubscribed(db, recipientOf(ecosystem)))) return 'unsubscribed'
  return null
}

/** A trial is bought from its mail without signing in: the address carries a link that is signed for it. */
const plansUrlFor = async (deps: Deps, row: MessageRow, ecosystem: Ecosystem): Promise<string | null> => {
  const page = deps.settings.plansUrl(ecosystem.catalogue, ecosystem.locale)
  const link = page && asksForPlan(messageOf(row)) && (await checkoutLink(deps, ecosystem))
  return link ? `${page}?waizant-link=${link}` : null
}

const written = async (deps: Deps, row: MessageRow, ecosystem: Ecosystem) => {
  const { id, company, email, locale, timeZone } = ecosystem
  const stop = isOptional(row.kind) ? await unsubscribeUrl(deps, recipientOf(ecosystem)) : null
  const { subject, html, text } = writeMail(messageOf(row), {
    company,
    locale,
    timeZone,
    now: deps.clock.now(),
    manageUrl: deps.settings.manageUrl(id, locale),
    plansUrl: await plansUrlFor(deps, row, ecosystem),
    unsubscribeUrl: stop,
  })
  return { id: row.id, to: email, subject, html, text, headers: headersFor(stop) }
}

/** What mail programs make a button of (RFC 2369, RFC 8058), and what keeps absent people's robots from answering. */
const headersFor = (stop: string | null): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(stop && { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
})
