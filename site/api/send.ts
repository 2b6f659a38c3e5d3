import { createHash } from 'node:crypto'
import type { Locale } from '../routes.ts'
import { type Answer, ask } from './ask.ts'

interface Letter {
  body: Record<string, unknown>
  key: string
  locale: Locale
}

/** The same form with other data, as after the back button, is another attempt with its own key. */
const attemptOf = ({ key, body }: Letter) =>
  `${key}.${createHash('sha256').update(JSON.stringify(body)).digest('base64url')}`

/** Posts a form to the API; sending the same content twice creates it once. */
export const send = async <T>(locals: App.Locals, path: string, letter: Letter): Promise<Answer<T>> => {
  const { body, locale } = letter
  try {
    return await ask<T>(locals, path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': locale,
        'idempotency-key': attemptOf(letter),
      },
      body: JSON.stringify(body),
    })
  } catch {
    return { ok: false, status: 0, problem: null }
  }
}
