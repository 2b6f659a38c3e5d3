import { createHash } from 'node:crypto'
import { BillingError } from '../../base/billing-error.ts'
import { isSignatureOf, signatureOf } from '../../base/signature.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { knownSigningKey, signingKey } from '../../db/notifications/signing-key.ts'
import * as store from '../../db/notifications/unsubscribed.ts'
import type { Deps } from '../../deps.ts'

/** The recipient of an ecosystem's mail, as a hash: the address itself stays out of links and lists. */
export const recipientOf = ({ id, email }: Pick<Ecosystem, 'id' | 'email'>): store.Recipient => ({
  ecosystem: id,
  recipient: createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 32),
})

const textOf = ({ ecosystem, recipient }: store.Recipient): string => `${ecosystem}.${recipient}`

const purpose = 'unsubscribe'

/** A link that unsubscribes from optional mail without signing in. It never expires. */
export const unsubscribeUrl = async (deps: Deps, who: store.Recipient): Promise<string> => {
  const key = await signingKey(deps.db, purpose)
  const token = `${textOf(who)}.${signatureOf(textOf(who), key)}`
  return `${deps.settings.publicUrl}/v1/unsubscribe/${token}`
}

/** The recipient of a link; a link that we did not sign is a `BillingError('not-found')`. */
const readToken = async (deps: Deps, token: string): Promise<store.Recipient> => {
  const [ecosystem = '', recipient = '', given = ''] = token.split('.')
  const key = await knownSigningKey(deps.db, purpose)
  if (!key || !isSignatureOf(given, textOf({ ecosystem, recipient }), key))
    throw new BillingError('not-found')
  return { ecosystem, recipient }
}

export interface Unsubscribing {
  ecosystem: Ecosystem
  unsubscribed: boolean
}

/** The subscription status of a link's recipient. Reading changes nothing. */
export const readUnsubscribing = async (deps: Deps, token: string): Promise<Unsubscribing> => {
  const who = await readToken(deps, token)
  const ecosystem = (await ecosystemById(deps.db, who.ecosystem))!
  return { ecosystem, unsubscribed: await store.isUnsubscribed(deps.db, who) }
}

/** Stops optional mail, or starts it again. The same request twice changes nothing more. */
export const unsubscribe = async (deps: Deps, token: string, wanted: boolean): Promise<Unsubscribing> => {
  const who = await readToken(deps, token)
  if (wanted) await store.subscribeAgain(deps.db, who)
  else await store.unsubscribe(deps.db, who, deps.clock.now())
  return readUnsubscribing(deps, token)
}
