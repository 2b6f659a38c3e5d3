/** A message ready to send: a subject, the same content as HTML and as text, and the recipient. */
export interface OutgoingMail {
  /** Becomes its Message-ID: mail programs show a message that arrives twice only once. */
  id: string
  to: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
}

/** Sends mail. */
export interface Mail {
  /** Resolves when the mail server has accepted the message; throws when it refused, or was unreachable. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}
