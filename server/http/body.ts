import type { Context, MiddlewareHandler } from 'hono'
import type * as z from 'zod/mini'
import type { Locale } from '#contract/locale'
import { BillingError, type FieldError } from '../billing-error.ts'
import { inputMessage } from '../words/input.ts'
import type { AppEnv } from './app-env.ts'

type WithBody<T> = AppEnv & { Variables: { body: T } }

/** Parses the JSON body once on the way in; what does not fit its schema is refused field by field. */
export const body = <S extends z.ZodMiniType>(schema: S): MiddlewareHandler<WithBody<z.infer<S>>> => {
  return async (c, next) => {
    const parsed = schema.safeParse(await json(c), { reportInput: true })
    if (!parsed.success)
      throw new BillingError('invalid-input', {}, fieldErrors(parsed.error.issues, c.get('locale')))
    c.set('body', parsed.data as z.infer<S>)
    await next()
  }
}

const json = async (c: Context): Promise<unknown> => {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new BillingError('unsupported-media-type')
  const text = await c.req.text()
  try {
    return JSON.parse(text, withoutNul)
  } catch {
    throw new BillingError('malformed-json')
  }
}

/** PostgreSQL can't hold U+0000 in a text, and no person writes one. */
const withoutNul = (_: string, value: unknown) => {
  if (typeof value === 'string' && value.includes('\u0000')) throw new SyntaxError('U+0000')
  return value
}

/** One message for each field; a field that does not exist is one of its own. */
export const fieldErrors = (issues: readonly z.core.$ZodIssue[], locale: Locale): FieldError[] =>
  issues.flatMap((issue) => {
    const path = issue.path.map(String)
    const message = inputMessage(issue as Parameters<typeof inputMessage>[0], locale)
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message }]
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message }))
  })
