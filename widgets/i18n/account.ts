import type { AccountWords } from './es-mx/account.ts'
import type { Area } from './namespace.ts'

/** Results of a customer's own actions. */
export const accountArea: Area<AccountWords> = {
  name: 'account',
  bundles: { 'es-MX': () => import('./es-mx/account.ts'), en: () => import('./en/account.ts') },
  loaded: {},
}
