import type { ApiError } from '../api/answer.ts'
import type { WaizantElement } from '../base/element.ts'
import { type Area, loadWords, wordsOf } from '../i18n/namespace.ts'

/**
 * The texts of an area other than the element's own; undefined until they have loaded, and then the element renders
 * again.
 */
export const lateWords = <W>(element: WaizantElement, area: Area<W>): W | undefined => {
  const words = wordsOf(area, element.language)
  if (!words)
    loadWords(area, element.language).then(
      () => element.requestUpdate(),
      () => console.warn(`[waizant] no words for ${area.name}`),
    )
  return words
}

/** An error in the reader's words: the server's own sentence when it sent one. */
export const errorText = (
  { detail, code }: ApiError,
  words: { offline: string; unreachable: string; unexpected: string },
): string => detail || (code === 'offline' || code === 'unreachable' ? words[code] : words.unexpected)
