import { createHash } from 'node:crypto'
import type { Draft } from '../draft.ts'
import type { Engine } from '../engine.ts'
import { invalid, StripeSandboxError } from '../errors.ts'
import { randomName } from '../ids.ts'
import type { Event } from '../kinds.ts'
import { routes } from '../routes.ts'
import { checkRequest } from '../spec/check.ts'
import { checkAnswer } from '../spec/check-answer.ts'
import { contract } from '../spec/shape.ts'
import { expand } from './expand.ts'
import { readForm } from './form.ts'
import { render } from './render.ts'
import { type Match, router } from './route.ts'

export interface ApiRequest {
  method: string
  path: string
  query: string
  body: string
  headers: Record<string, string | string[] | undefined>
}

export interface ApiAnswer {
  status: number
  body: string
  headers: Record<string, string>
}

const find = router(routes)
const DAY = 86_400
const MAX_KEY_LENGTH = 255

/** Answers one call of the REST API, as `api.stripe.com` would. */
export const answerApi = (engine: Engine, request: ApiRequest): ApiAnswer => {
  const id = `req_${randomName(14)}`
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'request-id': id,
    'stripe-version': contract.apiVersion,
  }
  try {
    authorize(engine, request)
    const match = find(request.method, request.path)
    if (!match) throw unrecognized(request)
    const key = request.method === 'GET' ? null : header(request, 'idempotency-key')
    if (key && key.length > MAX_KEY_LENGTH)
      throw invalid(`Idempotency keys may be up to ${MAX_KEY_LENGTH} characters long.`)
    if (key) headers['idempotency-key'] = key
    const params = checkRequest(match.key, readForm(request.method === 'POST' ? request.body : join(request)))
    return {
      ...(key
        ? answerIdempotent(engine, request, key, id, match, params)
        : run(engine, id, match, params, null, headers)),
    }
  } catch (error) {
    return refusal(error, id, headers)
  }

  function answerIdempotent(
    engine: Engine,
    request: ApiRequest,
    key: string,
    id: string,
    match: Match,
    params: Params,
  ): ApiAnswer {
    const requestHash = hashOf(request)
    const record = engine.store.find('internal.idempotency', key)
    if (record && record.created > engine.now() - DAY) {
      if (record.request !== requestHash) throw reused(key)
      return {
        status: record.status,
        body: record.body,
        headers: { ...headers, 'idempotent-replayed': 'true' },
      }
    }
    let answer: ApiAnswer
    try {
      answer = run(engine, id, match, params, key, headers, requestHash)
    } catch (error) {
      answer = refusal(error, id, headers)
      if (answer.status !== 409 && answer.status !== 429) remember(engine, key, requestHash, answer)
    }
    return answer
  }
}

type Params = Record<string, unknown>

const run = (
  engine: Engine,
  id: string,
  match: Match,
  params: Params,
  key: string | null,
  headers: Record<string, string>,
  requestHash?: string,
): ApiAnswer =>
  engine.transact(
    (draft) => {
      const result = match.handler(draft, params as never, match.ids) as {
        object: string
        data?: { object: string }[]
      }
      const shown =
        result.object === 'list'
          ? { ...result, data: result.data!.map((entry) => render(draft, entry)) }
          : render(draft, result)
      const answer = expand(draft, shown, (params.expand as string[]) ?? [])
      if (engine.checksAnswers) checkAnswers(match.key, [answer, ...newEvents(draft)])
      const body = `${JSON.stringify(answer, null, 2)}\n`
      if (key && requestHash)
        draft.put('internal.idempotency', {
          id: key,
          request: requestHash,
          status: 200,
          body,
          created: draft.now,
        })
      return { status: 200, body, headers }
    },
    { id, idempotencyKey: key },
  )

const newEvents = (draft: Draft): object[] =>
  draft
    .changes()
    .flatMap(([kind, , value]) => (kind === 'event' ? [value as object, (value as Event).data.object] : []))

const checkAnswers = (route: string, answers: object[]): void => {
  const problems = answers.flatMap(checkAnswer)
  if (problems.length)
    throw new Error(`${route} answers what the SDK's types do not allow:\n${problems.join('\n')}`)
}

const remember = (engine: Engine, key: string, request: string, { status, body }: ApiAnswer) =>
  engine.transact((draft) =>
    draft.put('internal.idempotency', { id: key, request, status, body, created: draft.now }),
  )

const hashOf = (request: ApiRequest) =>
  createHash('sha256')
    .update(`${request.method} ${request.path}?${request.query}\n${request.body}`)
    .digest('base64')

const authorize = (engine: Engine, request: ApiRequest): void => {
  const authorization = header(request, 'authorization') ?? ''
  const key = authorization.startsWith('Basic ')
    ? Buffer.from(authorization.slice(6), 'base64').toString().split(':')[0]!
    : authorization.replace(/^Bearer /, '')
  if (!key)
    throw new StripeSandboxError(401, {
      message:
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      type: 'invalid_request_error',
    })
  if (key !== engine.account.secretKey)
    throw new StripeSandboxError(401, {
      message: `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}`,
      type: 'invalid_request_error',
    })
  const version = header(request, 'stripe-version')
  if (version && version !== contract.apiVersion)
    throw invalid(`Invalid Stripe API version: ${version}. This sandbox speaks ${contract.apiVersion}.`)
}

const header = (request: ApiRequest, name: string): string | null => {
  const value = request.headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? null
}

const join = (request: ApiRequest) => [request.query, request.body].filter(Boolean).join('&')

const unrecognized = (request: ApiRequest) =>
  new StripeSandboxError(404, {
    message: `Unrecognized request URL (${request.method}: ${request.path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    type: 'invalid_request_error',
  })

const reused = (key: string) =>
  new StripeSandboxError(400, {
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    type: 'idempotency_error',
  })

const refusal = (error: unknown, id: string, headers: Record<string, string>): ApiAnswer => {
  if (!(error instanceof StripeSandboxError)) throw error
  const body = { error: { ...error.body, request_log_url: `https://dashboard.stripe.com/test/logs/${id}` } }
  return { status: error.status, body: `${JSON.stringify(body, null, 2)}\n`, headers }
}
