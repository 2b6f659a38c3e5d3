import * as z from 'zod/mini'

/** Accents are allowed only before the @; a domain is sent in ASCII. */
const asItTravels =
  /^(?!.*\.\.)[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]([\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,62}[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-])?@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/u

const isDomain = /^[\p{L}\p{M}\p{N}.-]+$/u

/**
 * An international domain as `xn--…`, any other in lower case; an invalid domain stays as it is, and is refused
 * later.
 */
const inAscii = (address: string): string => {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  if (!isDomain.test(domain) || !URL.canParse(`http://${domain}`)) return address
  return `${address.slice(0, at + 1)}${new URL(`http://${domain}`).hostname}`
}

/**
 * A person's email address. Surrounding blanks are removed; an international domain is stored in its ASCII
 * form; letters with accents before the @ stay, in composed form, as SMTPUTF8 requires.
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
