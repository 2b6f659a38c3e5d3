import { atom } from 'nanostores'
import { type ServerLanguage, serverLanguageOf } from './locale-of.ts'

/** The texts of one part of the product; each language is a file of its own. */
export interface Area<Words> {
  name: string
  bundles: Record<ServerLanguage, () => Promise<{ words: Words }>>
  loaded: Partial<Record<ServerLanguage, Words>>
}

/** Texts that hosts have added, by language and area; see `add-words.ts`. */
export const $added = atom<Readonly<Record<string, Readonly<Record<string, object>>>>>({})

const plain = (tag: string) => tag.replaceAll('_', '-').toLowerCase()

/**
 * The language to use: one that a host added, matched by tag or, for languages that are not built in, by its base
 * language; else a built-in one.
 */
export const languageOf = (asked: string): string => {
  const added = (tag: string) => Object.keys($added.get()).find((one) => plain(one) === tag)
  const tag = plain(asked)
  return added(tag) ?? added(tag.replace(/^(?!e[ns]-)(\w+)-.*/, '$1')) ?? serverLanguageOf(asked)
}

/** The texts of an area, or undefined until `loadWords` has loaded them. */
export const wordsOf = <W>({ name, loaded }: Area<W>, locale: string): W | undefined => {
  const words = loaded[serverLanguageOf(locale)]
  const own = $added.get()[locale]?.[name]
  return words && own ? { ...words, ...own } : words
}

/** Loads the texts of one area in one language, and nothing else. */
export const loadWords = async <W>(area: Area<W>, locale: string): Promise<W> => {
  const source = serverLanguageOf(locale)
  area.loaded[source] ??= (await area.bundles[source]()).words
  return wordsOf(area, locale)!
}
