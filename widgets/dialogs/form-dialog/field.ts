import type { FormWords } from '../../i18n/es-mx/forms.ts'

/** A field of a form; its label is the text with its name. */
export interface Field {
  name: 'email' | 'company' | 'name' | 'phone' | 'message'
  type: 'text' | 'email' | 'tel' | 'area'
  autocomplete?: 'email' | 'organization' | 'name' | 'tel'
  optional?: boolean
}

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text)
const isPhone = (text: string) => /^[+0-9 ().-]{7,24}$/.test(text)

/** What is wrong with the value, checked before the server is asked; undefined when nothing is. */
export const faultOf = (
  { name, type, optional }: Field,
  values: Readonly<Record<string, string>>,
  words: FormWords,
): string | undefined => {
  const value = values[name] ?? ''
  if (!value) return optional ? undefined : words.required
  if (type === 'email' && !isEmail(value)) return words.badEmail
  if (type === 'tel' && !isPhone(value)) return words.badPhone
  return undefined
}
