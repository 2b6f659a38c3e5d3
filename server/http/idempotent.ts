import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Answer, withIdempotencyKey } from '../actions/concurrency/with-idempotency-key.ts'
import { BillingError } from '../base/billing-error.ts'
import type { Deps } from '../deps.ts'

/** The caller's `Idempotency-Key`: 1 to 255 visible characters, required wherever money moves. */
export const idempotencyKey = (c: Context): string => {
  const key = c.req.header('Idempotency-Key')
  if (!key || !/^[\x21-\x7e]{1,255}$/.test(key)) throw new BillingError('idempotency-key-required')
  return key
}

/**
 * Returns the answer that `work` gave when the key was first used in this scope. An answer that is not final is
 * not stored.
 */
export const idempotentAnswer = async (
  c: Context,
  deps: Deps,
  request: { scope: string; key: string; body: unknown },
  work: () => Promise<Answer>,
  isFinal?: (body: unknown) => boolean,
): Promise<Response> => {
  const key = `${request.scope}:${request.key}`
  const { status, body } = await withIdempotencyKey(deps.db, key, request.body, work, isFinal)
  return c.json(body as object, status as ContentfulStatusCode)
}

/** The same for requests that move no money: the key is optional. */
export const onceForKey = async (
  c: Context,
  deps: Deps,
  request: { scope: string; body: unknown },
  work: () => Promise<Answer>,
): Promise<Response> => {
  if (c.req.header('Idempotency-Key'))
    return idempotentAnswer(c, deps, { ...request, key: idempotencyKey(c) }, work)
  const { status, body } = await work()
  return c.json(body as object, status as ContentfulStatusCode)
}
