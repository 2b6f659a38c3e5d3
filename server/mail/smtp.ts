import { createTransport } from 'nodemailer'
import type { Mail } from './mail.ts'

interface Smtp {
  /** `smtps://user:password@host:port` */
  url: string
  /** `Name <address>` */
  from: string
}

/** Less in all than a job may take: whatever does not answer is tried again. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }

/**
 * Sends through a mail server, each mail over a connection of its own: a kept one would send by itself again what was cut
 * off, and nobody would know how often.
 */
export const smtpMail = ({ url, from }: Smtp): Mail => {
  const transport = createTransport({ url, ...patience })
  const host = /@([^>\s]+)/.exec(from)![1]!
  return {
    async send({ id, to, subject, html, text, headers }) {
      await transport.sendMail({
        from,
        // As parts, so that no sign in it is taken for another address.
        to: { name: '', address: to },
        subject,
        html,
        text,
        headers,
        messageId: `<${id}@${host}>`,
        // Content is ours alone: nothing is ever fetched or read to fill a mail.
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    close: () => transport.close(),
  }
}
