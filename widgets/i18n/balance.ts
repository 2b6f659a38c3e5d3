import type { BalanceWords } from './es-mx/balance.ts'
import type { Area } from './namespace.ts'

/** The credit a customer holds. */
export const balanceArea: Area<BalanceWords> = {
  name: 'balance',
  bundles: { 'es-MX': () => import('./es-mx/balance.ts'), en: () => import('./en/balance.ts') },
  loaded: {},
}
