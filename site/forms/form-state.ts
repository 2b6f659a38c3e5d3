import type { Problem } from '#contract/problem'
import type { Locale } from '../routes.ts'
import { formWords } from '../words/form.ts'
import { readPosted } from './read-posted.ts'
import { suspicionOf } from './suspicion.ts'

/** The state of a form: what was typed stays, and errors appear at their fields. */
export interface FormState {
  /** The idempotency key of this attempt: sending the same form twice creates one request. */
  key: string
  /** When the form was first shown, in milliseconds. */
  shownAt: number
  values: Record<string, string>
  errors: Record<string, string>
  /** An error of the form as a whole. */
  message?: string | undefined
  /** The field to focus: the first one with an error. */
  focus?: string | undefined
}

export const emptyForm = (values: Record<string, string> = {}): FormState => ({
  key: crypto.randomUUID(),
  shownAt: Date.now(),
  values,
  errors: {},
})

/**
 * The form after the API refused it. Corrected data are another attempt with its own key; a lost answer is requested
 * again with the same key.
 */
export const refusedForm = (sent: SentForm, problem: Problem | null, locale: Locale): FormState => {
  const lost =
    !problem || problem.status >= 500 || ['request-in-progress', 'too-many-requests'].includes(problem.code)
  const errors = Object.fromEntries(
    (problem?.errors ?? []).map(({ path, message }) => [path.replace(/^[/.]+/, ''), message]),
  )
  const focus = Object.keys(sent.values).find((name) => name in errors)
  return {
    ...formOf(sent),
    key: lost ? sent.key : crypto.randomUUID(),
    errors,
    focus,
    message: focus ? formWords[locale].review : (problem?.detail ?? formWords[locale].unavailable),
  }
}

export interface SentForm {
  key: string
  values: Record<string, string>
  /** When the posted form was shown, according to the form; null: it does not say. */
  shownAt: number | null
  /** The value of the field that no person sees. */
  trap: string
  /** False: the body is too large or broken, and nothing of it is known. */
  readable: boolean
}

const formOf = ({ key, values, shownAt }: SentForm): FormState => ({
  key,
  values,
  shownAt: shownAt ?? Date.now(),
  errors: {},
})

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The known fields of a posted form. */
export const readForm = async (request: Request, names: readonly string[]): Promise<SentForm> => {
  const posted = await readPosted(request)
  const text = posted ?? (() => '')
  const [key, shownAt] = [text('key'), Number(text('shown-at') || Number.NaN)]
  return {
    key: uuid.test(key) ? key : crypto.randomUUID(),
    shownAt: Number.isSafeInteger(shownAt) && shownAt <= Date.now() ? shownAt : null,
    trap: text('website'),
    readable: posted !== null,
    values: Object.fromEntries(names.map((name) => [name, text(name)])),
  }
}

/** The form sent back to its sender, with the status that gives the reason. */
export interface Returned {
  status: 413 | 422
  form: FormState
}

/**
 * The form again, with its values, when a robot seems to have sent it; null for a person. No one is turned away: a
 * person who was taken for a robot sends the form once more.
 */
export const returnedForm = (sent: SentForm, locale: Locale): Returned | null => {
  const words = formWords[locale]
  const form = formOf(sent)
  if (!sent.readable) return { status: 413, form: { ...form, message: words.unreadable } }
  const suspicion = suspicionOf(sent, Date.now())
  if (!suspicion) return null
  const said: Partial<FormState> =
    suspicion === 'hasty'
      ? { message: words.hasty }
      : { message: words.review, errors: { website: words.trapped }, focus: 'website' }
  return { status: 422, form: { ...form, ...said } }
}
