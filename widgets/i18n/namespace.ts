import { atom } from 'nanostores'
import { type ServerLanguage, serverLanguageOf } from './locale-of.ts'

/** The words of one part of the product, each language a file of its own. */
export interface Area<Words> {
  name: string
  bundles: Record<ServerLanguage, () => Promise<{ words: Words }>>
  loaded: Partial<Record<ServerLanguage, Words>>
}

/** What hosts have added, by language and area; see `add-words.ts`. */
export const $added = atom<Readonly<Record<string, Readonly<Record<string, object>>>>>({})

const plain = (tag: string) => tag.replaceAll('_', '-').toLowerCase()

/** The language to speak: one that somebody added, by its tag or, of another than ours, for any region; else one of ours. */
export const languageOf = (asked: string): string => {
  const added = (tag: string) => Object.keys($added.get()).find((one) => plain(one) === tag)
  const tag = plain(asked)
  return added(tag) ?? added(tag.replace(/^(?!e[ns]-)(\w+)-.*/, '$1')) ?? serverLanguageOf(asked)
}

/** The words of an area, or undefined until `loadWords` has brought them. */
export const wordsOf = <W>({ name, loaded }: Area<W>, locale: string): W | undefined => {
  const words = loaded[serverLanguageOf(locale)]
  const own = $added.get()[locale]?.[name]
  return words && own ? { ...words, ...own } : words
}

/** Brings the words of one area in one language: nothing else is loaded. */
export const loadWords = async <W>(area: Area<W>, locale: string): Promise<W> => {
  const source = serverLanguageOf(locale)
  area.loaded[source] ??= (await area.bundles[source]()).words
  return wordsOf(area, locale)!
}
