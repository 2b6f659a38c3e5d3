import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { BillingError } from '../base/billing-error.ts'
import { KeysUnavailable } from './published-keys.ts'

/** Members of this group may buy and change, in the ecosystems that they belong to. */
export const adminStoreGroup = 'waizant-admin-store'
/** Members of this group run the back office. */
export const backOfficeGroup = 'waizant-backoffice'

/** The person that a request comes from. */
export interface Identity {
  subject: string
  /** null: an access token does not contain it. */
  email: string | null
  /** The person's name at the identity provider, when it is not the subject. */
  username?: string
  groups: string[]
}

export type VerifyToken = (token: string) => Promise<Identity>

export interface Issuer {
  /** As in `https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc`. */
  issuer: string
  clientId: string
  keys: JWTVerifyGetKey
}

/**
 * Verifies Cognito's tokens, id and access alike: signature, issuer, client, use and expiry. Any failure is a
 * `BillingError('not-signed-in')`; without keys to verify with, it is a `BillingError('identity-unavailable')`.
 * Tokens use real time, not the movable clock.
 */
export const tokenVerifier =
  ({ issuer, clientId, keys }: Issuer): VerifyToken =>
  async (token) => {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'sub'],
    }).catch((error) => {
      throw new BillingError(error instanceof KeysUnavailable ? 'identity-unavailable' : 'not-signed-in')
    })
    if (!isForClient(payload, clientId)) throw new BillingError('not-signed-in')
    const groups = payload['cognito:groups']
    const username = payload.username ?? payload['cognito:username']
    return {
      subject: payload.sub!,
      email: typeof payload.email === 'string' ? payload.email : null,
      ...(typeof username === 'string' && { username }),
      groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
    }
  }

/** An id token names its client as audience, an access token as `client_id`. */
const isForClient = (payload: JWTPayload, clientId: string): boolean => {
  if (payload.token_use === 'id') return payload.aud === clientId
  return payload.token_use === 'access' && payload.client_id === clientId
}
