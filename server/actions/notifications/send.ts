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

/**
 * A sending that began and left no result is tried once more: the same Message-ID twice, never a third time.
 */
const mostTries = 2

/**
 * Renders a message in its ecosystem's language and sends it. A failure throws, and the job retries. A message
 * that its recipient unsubscribed from, or that is out of date, is not sent.
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

/**
 * The reader of a trial's mail buys without signing in: the address carries a link that is signed for the
 * ecosystem.
 */
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

/** Headers for the mail program's unsubscribe button (RFC 2369, RFC 8058), and against automatic replies. */
const headersFor = (stop: string | null): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(stop && { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
})
