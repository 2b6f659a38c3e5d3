/** The language of a piece of page: its own `locale`, the connection's, the nearest `lang`, the browser's. */
export const localeOf = (element: Element, connected?: string): string =>
  element.getAttribute('locale') ||
  connected ||
  element.closest('[lang]')?.getAttribute('lang') ||
  navigator.language

/** The languages that the server answers in. */
export type ServerLanguage = 'es-MX' | 'en'

/** The language the server is asked in: one of its own. */
export const serverLanguageOf = (asked: string): ServerLanguage => (asked.startsWith('es') ? 'es-MX' : 'en')
