import { createHash } from 'node:crypto'
import { BillingError } from '../../base/billing-error.ts'
import { isSignatureOf, signatureOf } from '../../base/signature.ts'
import { type Ecosystem, ecosystemById } from '../../db/ecosystems/ecosystems.ts'
import { knownSigningKey, signingKey } from '../../db/notifications/signing-key.ts'
import * as store from '../../db/notifications/unsubscribed.ts'
import type { Deps } from '../../deps.ts'

/** Whoever reads an ecosystem's mail; the address itself stays out of links and lists. */
export const recipientOf = ({ id, email }: Pick<Ecosystem, 'id' | 'email'>): store.Recipient => ({
  ecosystem: id,
  recipient: createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 32),
})

const textOf = ({ ecosystem, recipient }: store.Recipient): string => `${ecosystem}.${recipient}`

const purpose = 'unsubscribe'

/** A link that stops what nobody has to be told, without signing in. It works for ever. */
export const unsubscribeUrl = async (deps: Deps, who: store.Recipient): Promise<string> => {
  const key = await signingKey(deps.db, purpose)
  const token = `${textOf(who)}.${signatureOf(textOf(who), key)}`
  return `${deps.settings.publicUrl}/v1/unsubscribe/${token}`
}

/** Whose link it is; one that is not ours is a `BillingError('not-found')`. */
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

/** How somebody stands who follows a link; nothing is changed by looking. */
export const readUnsubscribing = async (deps: Deps, token: string): Promise<Unsubscribing> => {
  const who = await readToken(deps, token)
  const ecosystem = (await ecosystemById(deps.db, who.ecosystem))!
  return { ecosystem, unsubscribed: await store.isUnsubscribed(deps.db, who) }
}

/** Stops what nobody has to be told, or lets it come again. The same wish twice changes nothing more. */
export const unsubscribe = async (deps: Deps, token: string, wanted: boolean): Promise<Unsubscribing> => {
  const who = await readToken(deps, token)
  if (wanted) await store.subscribeAgain(deps.db, who)
  else await store.unsubscribe(deps.db, who, deps.clock.now())
  return readUnsubscribing(deps, token)
}
