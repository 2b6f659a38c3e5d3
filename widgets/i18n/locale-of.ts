import type { languageOf } from '#contract/language'

/** The nearest `lang` around a piece of page, also of a host's own shadow tree. */
const langAround = (element: Element): string | null | undefined => {
  const found = element.closest('[lang]')
  const { host } = element.getRootNode() as ShadowRoot
  return found ? found.getAttribute('lang') : host && langAround(host)
}

/** The language of a piece of page: its own `locale`, the connection's, the nearest `lang`, the browser's. */
export const localeOf = (element: Element, connected?: string): string =>
  element.getAttribute('locale') || connected || langAround(element) || navigator.language

/** The languages that the server answers in. */
export type ServerLanguage = ReturnType<typeof languageOf>

/** The language the server is asked in: one of its own. */
export { languageOf as serverLanguageOf } from '#contract/language'
