import type { Locale } from '#contract/locale'

/** The parts of a zod issue that the words need. */
interface Issue {
  code: string
  format?: string
  minimum?: unknown
  maximum?: unknown
  origin?: string
  keys?: readonly string[]
  values?: readonly unknown[]
  input?: unknown
}

type Say = (issue: Issue) => string

const es: Record<string, Say> = {
  missing: () => 'Falta este dato.',
  invalid_type: () => 'No tiene el formato esperado.',
  too_small: (issue) =>
    issue.origin === 'string' ? 'Falta este dato.' : `Debe ser ${String(issue.minimum)} o más.`,
  too_big: (issue) =>
    issue.origin === 'string'
      ? `Máximo ${String(issue.maximum)} caracteres.`
      : `Debe ser ${String(issue.maximum)} o menos.`,
  safeint: () => 'Escribe un número entero; los importes van en centavos.',
  email: () => 'Escribe un correo válido, como ana@empresa.mx.',
  url: () => 'Escribe una dirección web completa.',
  invalid_format: () => 'No tiene el formato esperado.',
  not_text: () => 'Tiene caracteres que no podemos guardar. Escríbelo de nuevo.',
  invalid_value: (issue) => `Elige una de: ${(issue.values ?? []).join(', ')}.`,
  unrecognized_keys: () => 'Este campo no existe.',
}

const en: Record<string, Say> = {
  missing: () => 'This is required.',
  invalid_type: () => 'This does not have the expected form.',
  too_small: (issue) =>
    issue.origin === 'string' ? 'This is required.' : `Must be ${String(issue.minimum)} or more.`,
  too_big: (issue) =>
    issue.origin === 'string'
      ? `At most ${String(issue.maximum)} characters.`
      : `Must be ${String(issue.maximum)} or less.`,
  safeint: () => 'Write a whole number; amounts are in cents.',
  email: () => 'Write a valid email, like ana@company.com.',
  url: () => 'Write a complete web address.',
  invalid_format: () => 'This does not have the expected form.',
  not_text: () => 'This has characters that we cannot store. Please write it again.',
  invalid_value: (issue) => `Choose one of: ${(issue.values ?? []).join(', ')}.`,
  unrecognized_keys: () => 'There is no such field.',
}

/** What is wrong with one field, for the person who filled it in. */
export const inputMessage = (issue: Issue, locale: Locale): string => {
  const words = locale === 'en' ? en : es
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  const key = missing ? 'missing' : words[issue.format ?? ''] ? (issue.format ?? '') : issue.code
  return (words[key] ?? words.invalid_type)!(issue)
}
