import { BillingError } from '../../base/billing-error.ts'
import { isSignatureOf, signatureOf } from '../../base/signature.ts'
import { hasCustomer } from '../../db/ecosystems/customers.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { knownSigningKey, signingKey } from '../../db/notifications/signing-key.ts'
import type { Deps } from '../../deps.ts'
import { recipientOf } from './unsubscribe.ts'

const purpose = 'checkout-link'

/** Longer than a trial's data is retained after the first mail that has a link. */
const validForMs = 45 * 24 * 60 * 60 * 1000

/** What a link's signature covers: an ecosystem, the mail's recipient at that time, and the expiry. */
const textOf = (ecosystem: Ecosystem, expiresAt: number): string =>
  `${ecosystem.id}.${recipientOf(ecosystem).recipient}.${expiresAt}`

/**
 * A link with which the reader of a mail buys for an ecosystem in trial without signing in. Null for one that
 * has paid before: its payment page would show what the provider stores about it.
 */
export const checkoutLink = async (deps: Deps, ecosystem: Ecosystem): Promise<string | null> => {
  if (await hasCustomer(deps.db, ecosystem.id)) return null
  const expiresAt = deps.clock.now().getTime() + validForMs
  const key = await signingKey(deps.db, purpose)
  return `${ecosystem.id}.${expiresAt}.${signatureOf(textOf(ecosystem, expiresAt), key)}`
}

/**
 * The ecosystem of a link; one that we did not sign, has expired or applies no more is a
 * `BillingError('link-not-valid')`.
 */
export const ecosystemOfLink = async (deps: Deps, link: string): Promise<Ecosystem> => {
  const [id = '', expiresAt = '', given = ''] = link.split('.')
  const key = await knownSigningKey(deps.db, purpose)
  const ecosystem = key && (await ecosystemById(deps.db, id))
  const isOurs = ecosystem && isSignatureOf(given, textOf(ecosystem, Number(expiresAt)), key)
  if (!isOurs || Number(expiresAt) <= deps.clock.now().getTime() || (await hasCustomer(deps.db, id)))
    throw new BillingError('link-not-valid')
  return ecosystem
}
