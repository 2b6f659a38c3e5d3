import type { Problem } from '#contract/problem'
import type { Locale } from '../routes.ts'
import { formWords } from '../words/form.ts'

/** What a form shows: what was typed stays, and what is wrong is said at its field. */
export interface FormState {
  /** The idempotency key of this attempt: sending the same form twice asks once. */
  key: string
  values: Record<string, string>
  errors: Record<string, string>
  /** What concerns the form as a whole. */
  message?: string | undefined
  /** The field to begin with: the first one that is wrong. */
  focus?: string | undefined
}

export const emptyForm = (values: Record<string, string> = {}): FormState => ({
  key: crypto.randomUUID(),
  values,
  errors: {},
})

/**
 * The form after the API refused it. Corrected data is another attempt with its own key;
 * an answer that was lost is asked for again with the same one.
 */
export const refusedForm = (sent: SentForm, problem: Problem | null, locale: Locale): FormState => {
  const lost =
    !problem || problem.status >= 500 || ['request-in-progress', 'too-many-requests'].includes(problem.code)
  const errors = Object.fromEntries(
    (problem?.errors ?? []).map(({ path, message }) => [path.replace(/^[/.]+/, ''), message]),
  )
  const focus = Object.keys(sent.values).find((name) => name in errors)
  return {
    key: lost ? sent.key : crypto.randomUUID(),
    values: sent.values,
    errors,
    focus,
    message: focus ? formWords[locale].review : (problem?.detail ?? formWords[locale].unavailable),
  }
}

export interface SentForm {
  key: string
  values: Record<string, string>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The fields of a posted form that it knows, trimmed. */
export const readForm = async (request: Request, names: readonly string[]): Promise<SentForm> => {
  const data = await request.formData().catch(() => new FormData())
  const text = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const key = text('key')
  return {
    key: uuid.test(key) ? key : crypto.randomUUID(),
    values: Object.fromEntries(names.map((name) => [name, text(name)])),
  }
}
