import { STATUS_CODES } from 'node:http'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Locale } from '#contract/locale'
import type { Problem } from '#contract/problem'
import { BillingError } from '../billing-error.ts'
import type { Deps } from '../deps.ts'
import { type ProblemCode, problems, problemText } from '../words/problems.ts'
import type { AppEnv } from './app-env.ts'

/** A refusal as RFC 9457 has it, in the caller's language. */
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
    ...(error.errors && { errors: error.errors }),
  }
}

/** The one place where errors become answers. What is not a refusal is logged, and told without details. */
export const onError = (deps: Deps) => (error: Error, c: Context<AppEnv>) => {
  const refusal = error instanceof BillingError ? error : refusalOf(error)
  if (!refusal) deps.log.error({ err: error, requestId: c.get('requestId') }, 'unexpected error')
  return answer(c, refusal ?? new BillingError('internal'), deps.settings.publicUrl)
}

const byStatus: Record<number, ProblemCode> = {
  400: 'malformed-json',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
}

const refusalOf = (error: Error): BillingError | null => {
  const code = error instanceof HTTPException ? byStatus[error.status] : undefined
  return code ? new BillingError(code) : null
}

export const answer = (c: Context<AppEnv>, error: BillingError, publicUrl: string): Response => {
  const problem = problemOf(error, c.get('locale') ?? 'es-MX', publicUrl)
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
}
