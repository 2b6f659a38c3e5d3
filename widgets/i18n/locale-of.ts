import type { languageOf } from '#contract/language'

/** The nearest `lang` around an element, across the host's shadow trees. */
const langAround = (element: Element): string | null | undefined => {
  const found = element.closest('[lang]')
  const { host } = element.getRootNode() as ShadowRoot
  return found ? found.getAttribute('lang') : host && langAround(host)
}

/** The language of an element: its own `locale`, else the connection's, the nearest `lang`, or the browser's. */
export const localeOf = (element: Element, connected?: string): string =>
  element.getAttribute('locale') || connected || langAround(element) || navigator.language

/** The languages that the server supports. */
export type ServerLanguage = ReturnType<typeof languageOf>

/** The language for requests to the server: one that it supports. */
export { languageOf as serverLanguageOf } from '#contract/language'
