import { join } from 'node:path'
import type { Clock } from '../base/clock.ts'
import type { Mail } from '../mail/mail.ts'
import { appendLine, readLines } from './state-file.ts'

export interface MailMessage {
  at: string
  to: string
  subject: string
  text: string
  /** The product's own mails also have HTML. */
  id?: string
  html?: string
  headers?: Record<string, string>
}

/** Receives the mails that would otherwise be sent: stored in a file of `directory`, in memory when it is null. */
export interface Mailbox extends Mail {
  deliver(message: Omit<MailMessage, 'at'>): void
  /** Newest first. */
  messages(): MailMessage[]
}

export const openMailbox = (directory: string | null, clock: Clock): Mailbox => {
  const file = directory && join(directory, 'mail.jsonl')
  const stored = file ? readLines<MailMessage>(file) : []
  const deliver = (message: Omit<MailMessage, 'at'>) => {
    const dated = { at: clock.now().toISOString(), ...message }
    if (file) appendLine(file, dated)
    stored.push(dated)
  }
  return {
    deliver,
    send: async (mail) => deliver(mail),
    messages: () => stored.toReversed(),
    close() {},
  }
}
