import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'

const refreshMs = 10 * 60 * 1000
/** After a key was not found the issuer is left in peace for so long. */
const cooldownMs = 30_000
/** And for so long after it did not answer. */
const failureMs = 5_000

/** The published keys can't be had, so nobody can say whether a token is good. */
export class KeysUnavailable extends Error {}

/**
 * The user pool's published keys: fetched when first needed and kept. A token with a new key fetches them again, once for
 * all; they are refreshed in the background, so that a pool that does not answer stops nobody whose key is known. Keys
 * that can't be had are `KeysUnavailable`.
 */
export const publishedKeys = (url: string): JWTVerifyGetKey => {
  let failedAt = Number.NEGATIVE_INFINITY
  let refreshedAt = Date.now()

  const fetchKeys = async (address: string, how: RequestInit): Promise<Response> => {
    if (Date.now() - failedAt < failureMs)
      throw new KeysUnavailable('The issuer did not answer a moment ago.')
    try {
      const answer = await fetch(address, how)
      if (!answer.ok) throw new Error(`The issuer answered ${answer.status}.`)
      const body = await answer.text()
      JSON.parse(body)
      refreshedAt = Date.now()
      return new Response(body)
    } catch (error) {
      failedAt = Date.now()
      throw new KeysUnavailable('The issuer does not answer.', { cause: error })
    }
  }

  const keys = createRemoteJWKSet(new URL(url), {
    [customFetch]: fetchKeys,
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: cooldownMs,
  })

  return (header, token) => {
    if (Date.now() - refreshedAt >= refreshMs) {
      refreshedAt = Date.now()
      keys.reload().catch(() => {})
    }
    return keys(header, token)
  }
}
