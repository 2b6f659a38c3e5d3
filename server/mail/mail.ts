/** A message as it leaves: a subject, the same content as HTML and as text, and who it is for. */
export interface OutgoingMail {
  /** Becomes its Message-ID: whoever receives it twice sees one. */
  id: string
  to: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
}

/** Where mail goes out. */
export interface Mail {
  /** Resolves when the other side has taken it on; what it refused, or could not be asked, is an error. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}
