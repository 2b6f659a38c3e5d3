import { atom } from 'nanostores'
import type { ActionWords } from './es-mx/actions.ts'
import type { BalanceWords } from './es-mx/balance.ts'
import type { FormWords } from './es-mx/forms.ts'
import type { PlanWords } from './es-mx/plans.ts'
import { serverLanguageOf } from './locale-of.ts'

/** The words of each part of the product; es-MX is the source, so a key that a translation lacks is a type error. */
export interface Areas {
  plans: PlanWords
  actions: ActionWords
  forms: FormWords
  balance: BalanceWords
}
export type Area = keyof Areas

type Bundle = { [A in Area]: () => Promise<{ words: Areas[A] }> }

const bundles: Record<'es-MX' | 'en', Bundle> = {
  'es-MX': {
    plans: () => import('./es-mx/plans.ts'),
    actions: () => import('./es-mx/actions.ts'),
    forms: () => import('./es-mx/forms.ts'),
    balance: () => import('./es-mx/balance.ts'),
  },
  en: {
    plans: () => import('./en/plans.ts'),
    actions: () => import('./en/actions.ts'),
    forms: () => import('./en/forms.ts'),
    balance: () => import('./en/balance.ts'),
  },
}

const loaded: Record<string, object> = {}
const overrides: Record<string, { [A in Area]?: Partial<Areas[A]> }> = {}

/** Counts the changes of words, so that what is on screen follows. */
export const $words = atom(0)

/** Adds a language or replaces single words, without a build: `addWords('es-MX', { plans: { contact: 'Hablemos' } })`. */
export const addWords = (locale: string, words: { [A in Area]?: Partial<Areas[A]> }): void => {
  for (const [area, own] of Object.entries(words)) {
    const known = overrides[locale]
    overrides[locale] = { ...known, [area]: { ...known?.[area as Area], ...own } }
  }
  $words.set($words.value + 1)
}

/** The language to speak: one that somebody added, else Spanish for every Spanish, else English. */
export const languageOf = (asked: string): string => (overrides[asked] ? asked : serverLanguageOf(asked))

export const registerWords = <A extends Area>(area: A, locale: string, words: Areas[A]): void => {
  loaded[`${area} ${locale}`] = words
}

/** The words of an area, or undefined until `loadWords` has brought them. */
export const wordsOf = <A extends Area>(area: A, locale: string): Areas[A] | undefined => {
  const words = loaded[`${area} ${serverLanguageOf(locale)}`] as Areas[A] | undefined
  const own = overrides[locale]?.[area]
  return words && own ? { ...words, ...own } : words
}

/** Brings the words of one area in one language: nothing else is loaded. */
export const loadWords = async <A extends Area>(area: A, locale: string): Promise<Areas[A]> => {
  const source = serverLanguageOf(locale)
  if (!loaded[`${area} ${source}`]) registerWords(area, source, (await bundles[source][area]()).words)
  return wordsOf(area, locale)!
}
