import type { Locale } from '../routes.ts'
import { type Answer, ask } from './ask.ts'

interface Letter {
  body: Record<string, unknown>
  key: string
  locale: Locale
}

/** Posts a form to the API. Fields left empty are not sent, except those that must be filled. */
export const send = async <T>(
  locals: App.Locals,
  path: string,
  { body, key, locale }: Letter,
): Promise<Answer<T>> => {
  try {
    return await ask<T>(locals, path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': locale,
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    })
  } catch {
    return { ok: false, status: 0, problem: null }
  }
}
