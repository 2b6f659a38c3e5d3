import type { Locale } from './locale.ts'

/**
 * The answer's language for a language tag, in any case and with any region, also as `es_MX`: Spanish for every
 * Spanish tag and when there is none, English for all others.
 */
export const languageOf = (tag: string): Locale => (/^\s*(es([-_.@\s]|$)|$)/i.test(tag) ? 'es-MX' : 'en')
