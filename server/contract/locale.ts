import * as z from 'zod/mini'
import { languageOf } from './language.ts'
import { oneLine } from './text.ts'

/** The supported languages. es-MX is the source; en the first translation. */
export const Locale = z.enum(['es-MX', 'en'])
export type Locale = z.infer<typeof Locale>

/** The language for any tag: `en-GB`, `ES-mx`, `es_AR`. */
export const AskedLocale = z.pipe(z.string().check(z.maxLength(64)), z.transform(languageOf))

const Seen = z.string().check(z.overwrite(oneLine), z.minLength(1, 'Write a text that can be seen.'))

/** A text of the catalogue in every language. */
export const Words = z.strictObject({
  'es-MX': Seen,
  en: Seen,
})
export type Words = z.infer<typeof Words>
