import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'

const refreshMs = 10 * 60 * 1000
/** How long the issuer is not asked again after a key was not found. */
const cooldownMs = 30_000
/** How long it is not asked again after it did not answer. */
const failureMs = 5_000

/** The published keys are not available, so tokens can't be verified. */
export class KeysUnavailable extends Error {}

/**
 * The user pool's published keys: fetched at first use and cached. A token with a new key causes one fetch for
 * all callers; later refreshes run in the background, so that tokens with a cached key work even while the pool
 * does not answer. Unavailable keys are a `KeysUnavailable`.
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
