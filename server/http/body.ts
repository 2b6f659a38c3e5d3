import type { Context, MiddlewareHandler } from 'hono'
import type * as z from 'zod/mini'
import type { Locale } from '#contract/locale'
import { BillingError, type FieldError } from '../base/billing-error.ts'
import { unstorablePath } from '../base/storable.ts'
import { inputMessage } from '../words/input.ts'
import type { AppEnv } from './app-env.ts'

type WithBody<T> = AppEnv & { Variables: { body: T } }

/** Parses the JSON body once. A body that does not match its schema is refused, with an error for each field. */
export const body = <S extends z.ZodMiniType>(schema: S): MiddlewareHandler<WithBody<z.infer<S>>> => {
  return async (c, next) => {
    await parse(c, schema, await json(c))
    await next()
  }
}

/** The same for a schema whose fields are all optional: then the body may be missing, too. */
export const optionalBody = <S extends z.ZodMiniType>(schema: S): MiddlewareHandler<WithBody<z.infer<S>>> => {
  return async (c, next) => {
    await parse(c, schema, hasBody(c) ? await json(c) : {})
    await next()
  }
}

const hasBody = (c: Context): boolean =>
  c.req.header('Content-Type') !== undefined || Number(c.req.header('Content-Length') ?? 0) > 0

const parse = async <S extends z.ZodMiniType>(
  c: Context<WithBody<z.infer<S>>>,
  schema: S,
  given: unknown,
): Promise<void> => {
  refuseUnstorable(given, c.get('locale'))
  const parsed = schema.safeParse(given, { reportInput: true })
  if (!parsed.success)
    throw new BillingError('invalid-input', {}, fieldErrors(parsed.error.issues, c.get('locale')))
  c.set('body', parsed.data as z.infer<S>)
}

const json = async (c: Context): Promise<unknown> => {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new BillingError('unsupported-media-type')
  const bytes = await c.req.arrayBuffer()
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    throw new BillingError('malformed-json')
  }
}

/** JSON is UTF-8: invalid bytes are refused instead of being replaced by question marks. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

const refuseUnstorable = (given: unknown, locale: Locale) => {
  const path = unstorablePath(given)
  if (!path) return
  const message = inputMessage({ code: 'not_text' }, locale)
  throw new BillingError('invalid-input', {}, [{ path: path.join('.'), message }])
}

/** One message for each field; an unknown field is an error of its own. */
export const fieldErrors = (issues: readonly z.core.$ZodIssue[], locale: Locale): FieldError[] =>
  issues.flatMap((issue) => {
    const path = issue.path.map(String)
    const message = inputMessage(issue as Parameters<typeof inputMessage>[0], locale)
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message }]
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message }))
  })
