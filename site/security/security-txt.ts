interface Reachable {
  /** Public base URL of the site. */
  origin: string
  /** Where somebody who found a flaw writes: `mailto:` or `https:`. */
  contact: string
  now: Date
}

export const securityTxtPath = '/.well-known/security.txt'

/** To the end of the sixth month from now: the RFC wants less than a year, and the file is made afresh each time. */
const expires = (now: Date) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 7, 1)).toISOString().replace('.000', '')

/** Where and how to tell of a flaw, for programs (RFC 9116). */
export const securityTxt = ({ origin, contact, now }: Reachable): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${expires(now)}`,
    'Preferred-Languages: es, en',
    `Canonical: ${origin}${securityTxtPath}`,
    `Policy: ${origin}/seguridad`,
    '',
  ].join('\n')
