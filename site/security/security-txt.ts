interface Reachable {
  /** Public base URL of the site. */
  origin: string
  /** Where a person reports a vulnerability: `mailto:` or `https:`. */
  contact: string
  now: Date
}

export const securityTxtPath = '/.well-known/security.txt'

/**
 * Until the end of the sixth month from now: the RFC recommends less than a year, and the file is generated at each
 * request.
 */
const expires = (now: Date) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 7, 1)).toISOString().replace('.000', '')

/** Where and how to report a vulnerability, for programs (RFC 9116). */
export const securityTxt = ({ origin, contact, now }: Reachable): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${expires(now)}`,
    'Preferred-Languages: es, en',
    `Canonical: ${origin}${securityTxtPath}`,
    `Policy: ${origin}/seguridad`,
    '',
  ].join('\n')
