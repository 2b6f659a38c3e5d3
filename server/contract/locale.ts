import * as z from 'zod/mini'
import { languageOf } from './language.ts'

/** The supported languages. es-MX is the source; en the first translation. */
export const Locale = z.enum(['es-MX', 'en'])
export type Locale = z.infer<typeof Locale>

/** The language for any tag: `en-GB`, `ES-mx`, `es_AR`. */
export const AskedLocale = z.pipe(z.string().check(z.maxLength(64)), z.transform(languageOf))

/** A text of the catalogue in every language. */
export const Words = z.strictObject({
  'es-MX': z.string().check(z.minLength(1)),
  en: z.string().check(z.minLength(1)),
})
export type Words = z.infer<typeof Words>
