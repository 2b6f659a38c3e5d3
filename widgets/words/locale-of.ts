import { $connection } from '../stores/connection.ts'

/** The language of a piece of page: its own `locale`, the connection's, the nearest `lang`, the browser's. */
export const localeOf = (element: Element): string =>
  element.getAttribute('locale') ||
  $connection.value!.locale ||
  element.closest('[lang]')?.getAttribute('lang') ||
  globalThis.navigator?.language ||
  'es-MX'
