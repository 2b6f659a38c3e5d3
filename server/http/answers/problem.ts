import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Locale } from '#contract/locale'
import type { Problem } from '#contract/problem'
import { BillingError } from '../../base/billing-error.ts'
import { isStoreAway } from '../../db/connection/availability.ts'
import type { Deps } from '../../deps.ts'
import { type ProblemCode, problems, problemText } from '../../words/problems.ts'
import type { AppEnv } from '../app-env.ts'

/** A person corrects no more at a time, and a body full of wrong fields must not be sent back whole. */
const mostErrors = 20

/** A refusal in the RFC 9457 format, in the caller's language. */
export const problemOf = (error: BillingError, locale: Locale, publicUrl: string): Problem => {
  const words = problems[error.code]
  return {
    type: `${publicUrl}/docs/errores#${error.code}`,
    title: STATUS_CODES[words.status] ?? 'Error',
    status: words.status,
    code: error.code,
    detail: problemText(error.code, error.facts, locale),
    ...(error.quote && { quote: error.quote }),
    ...error.conflict,
    ...(error.errors && { errors: error.errors.slice(0, mostErrors) }),
  }
}

/** The only place where errors become answers. An unexpected error is logged, and answered without details. */
export const onError = (deps: Deps) => (error: Error, c: Context<AppEnv>) => {
  if (hasHungUp(error, c)) return new Response(null, { status: 499 })
  const refusal = error instanceof BillingError ? error : refusalOf(error)
  if (!refusal) deps.log.error({ err: error, requestId: c.get('requestId') }, 'unexpected error')
  else if (isOurs(refusal))
    deps.log.warn(
      { err: error, requestId: c.get('requestId') },
      'request refused because of a server problem',
    )
  deps.storage.note(error)
  return answer(c, refusal ?? new BillingError('internal'), deps.settings.publicUrl)
}

/** The client has disconnected, and nothing on our side has failed (status 499, as in nginx). */
const hasHungUp = (error: Error, c: Context<AppEnv>): boolean => {
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  const isCut = incoming ? incoming.destroyed && !incoming.complete : c.req.raw.signal?.aborted
  return Boolean(isCut) && !isStoreAway(error) && !(error instanceof BillingError)
}

/** A refusal that the caller can't fix, so that an operator should know. */
const isOurs = ({ code }: BillingError): boolean => problems[code].status === 503

/** A dependency that is down has mostly recovered by then. */
export const retryAfterSeconds = 5

const byStatus: Record<number, ProblemCode> = {
  400: 'malformed-json',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
}

const refusalOf = (error: Error): BillingError | null => {
  if (isStoreAway(error)) return new BillingError('store-unavailable')
  const code = error instanceof HTTPException ? byStatus[error.status] : undefined
  return code ? new BillingError(code) : null
}

export const answer = (c: Context<AppEnv>, error: BillingError, publicUrl: string): Response => {
  const problem = problemOf(error, c.get('locale') ?? 'es-MX', publicUrl)
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(problem.status === 503 && { 'Retry-After': String(retryAfterSeconds) }),
  })
}
