import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'

export interface MailMessage {
  at: string
  to: string
  subject: string
  text: string
}

/** Where messages arrive that would otherwise be sent: kept in a file of `directory`, in memory when null. */
export interface Mailbox {
  deliver(message: Omit<MailMessage, 'at'>): void
  /** Newest first. */
  messages(): MailMessage[]
}

export const openMailbox = (directory: string | null, clock: Clock): Mailbox => {
  const file = directory && join(directory, 'mail.jsonl')
  const kept: MailMessage[] =
    file && existsSync(file)
      ? readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : []
  return {
    deliver(message) {
      const dated = { at: clock.now().toISOString(), ...message }
      kept.push(dated)
      if (!file) return
      mkdirSync(directory, { recursive: true })
      appendFileSync(file, `${JSON.stringify(dated)}\n`)
    },
    messages: () => kept.toReversed(),
  }
}
