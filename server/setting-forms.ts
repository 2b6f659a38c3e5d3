import * as z from 'zod/mini'

/** The forms of settings that are more than a text, a number or an address; what they refuse they say as a sentence. */

export const SecretKey = z
  .string()
  .check(z.regex(/^(sk|rk)_\w+$/, 'has to be a secret key (sk_…) or a restricted key (rk_…), without spaces'))

export const PublishableKey = z
  .string()
  .check(z.regex(/^pk_\w+$/, 'has to be a publishable key (pk_…), without spaces'))

export const AccountId = z
  .string()
  .check(z.regex(/^acct_\w+$/, 'has to be an account (acct_…), without spaces'))

/** Not only blanks: they are a value that was forgotten. */
export const Text = z.string().check(z.regex(/\S/, 'has to be more than blanks'))

/** What stands behind `Bearer` in a header: blanks around it are cut off on the way, so that it would never be equal. */
export const Token = z
  .string()
  .check(z.minLength(16), z.regex(/^[\x21-\x7e]*$/, 'has to be letters, digits and signs without spaces'))

/** Without a host the mailer takes its own machine for the mail server. */
export const MailServer = z
  .url({ protocol: /^smtps?$/ })
  .check(
    z.refine(
      (url) => !URL.canParse(url) || new URL(url).hostname !== '',
      'has to name a host: smtps://user:password@smtp.example.com',
    ),
  )

/** One secret, or several with commas between. With an empty one no message is good, so no payment is ever confirmed. */
export const WebhookSecrets = z
  .string()
  .check(z.regex(/^\s*[^\s,]+\s*(,\s*[^\s,]+\s*)*$/, 'has to be a secret, or several with one comma between'))

/** Digits only: a space would be port 0, which is any port. */
export const Port = z.pipe(
  z
    .string()
    .check(
      z.refine(
        (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
        'has to be a number from 0 to 65535',
      ),
    ),
  z.transform(Number),
)

const isOrigin = (text: string): boolean =>
  /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text

/** Compared with what browsers send: what they would never send is a mistake, and `null` is every sandboxed frame. */
export const Origins = z
  .string()
  .check(
    z.refine(
      (list) => list.trim() === '' || list.split(',').every((one) => isOrigin(one.trim())),
      'has to be origins as browsers send them, with commas between: https://app.example.com (no path, no slash at the end, no wildcard)',
    ),
  )

/** Our own paths are put behind it. */
export const PublicUrl = z.url({ protocol: /^https?$/ }).check(
  z.refine((url) => {
    if (!URL.canParse(url)) return true
    const { username, password, search, hash } = new URL(url)
    return !username && !password && !search && !hash
  }, 'has to be an address without a user, a query or a fragment: https://billing.example.com'),
)

/**
 * What is wrong with a setting whose schema has no message of its own, as the end of a sentence that begins with its name.
 * Given to the parser itself, so that no language that a package configures for all of zod comes between.
 */
export const describeIssue = (issue: z.core.$ZodRawIssue): string => {
  if (issue.code === 'invalid_value') return `has to be one of ${issue.values.join(', ')}`
  if (issue.code === 'invalid_format') return `has the wrong form (expected ${issue.format})`
  const unit = 'origin' in issue && issue.origin === 'string' ? ' characters' : ''
  if (issue.code === 'too_small') return `has to be at least ${issue.minimum}${unit}`
  if (issue.code === 'too_big') return `has to be at most ${issue.maximum}${unit}`
  if (issue.code === 'invalid_type') return `has to be a ${issue.expected}`
  return 'is not valid'
}
