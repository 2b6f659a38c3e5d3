import { createTransport } from 'nodemailer'
import type { Mail } from './mail.ts'

interface Smtp {
  /** `smtps://user:password@host:port` */
  url: string
  /** `Name <address>` */
  from: string
}

/** Less in total than a job's time limit: a server that does not answer is tried again by the job. */
const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }

/**
 * Sends through a mail server, each mail over its own connection: a pooled connection would resend interrupted
 * mails by itself, without a record of how often.
 */
export const smtpMail = ({ url, from }: Smtp): Mail => {
  const transport = createTransport({ url, ...patience })
  const host = /@([^>\s]+)/.exec(from)![1]!
  return {
    async send({ id, to, subject, html, text, headers }) {
      await transport.sendMail({
        from,
        // As separate fields, so that no character can be read as another address.
        to: { name: '', address: to },
        subject,
        html,
        text,
        headers,
        messageId: `<${id}@${host}>`,
        // Content never refers to files or URLs to be loaded into a mail.
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    close: () => transport.close(),
  }
}
