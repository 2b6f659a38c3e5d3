import * as z from 'zod/mini'

/** Letters with accents are for the part before the sign; a domain travels in ASCII. */
const asItTravels =
  /^(?!.*\.\.)[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]([\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,62}[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-])?@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/u

const isDomain = /^[\p{L}\p{M}\p{N}.-]+$/u

/** An international domain as `xn--…`, any other in small letters; what is no domain stays, to be refused. */
const inAscii = (address: string): string => {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  if (!isDomain.test(domain) || !URL.canParse(`http://${domain}`)) return address
  return `${address.slice(0, at + 1)}${new URL(`http://${domain}`).hostname}`
}

/**
 * An address of a person: blanks around it are nobody's, an international domain is kept in the ASCII that it travels in,
 * and letters with accents before the sign stay, composed, as SMTPUTF8 carries them.
 */
export const Email = z
  .string()
  .check(
    z.trim(),
    z.normalize('NFC'),
    z.overwrite(inAscii),
    z.maxLength(254),
    z.email({ pattern: asItTravels }),
  )
