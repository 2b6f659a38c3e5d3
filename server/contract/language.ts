import type { Locale } from './locale.ts'

/**
 * The language in which somebody is answered who asks for one by its tag, in any case, with any region, also as `es_MX`:
 * Spanish for every Spanish and where none is named, English for every other.
 */
export const languageOf = (tag: string): Locale => (/^\s*(es([-_.@\s]|$)|$)/i.test(tag) ? 'es-MX' : 'en')
