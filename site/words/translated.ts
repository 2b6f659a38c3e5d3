import type { Locale } from '../routes.ts'

/** The same keys with texts of the same kind: a missing or misspelt key is a type error. */
type Same<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : T[K] extends readonly (infer I)[]
        ? readonly Same<I>[]
        : Same<T[K]>
}

/** es-MX is the source; English must have all of its keys. */
export const translated = <T>(source: T, english: Same<T>): Record<Locale, Same<T>> => ({
  'es-MX': source as Same<T>,
  en: english,
})
