import type { Area } from './area.ts'
import type { BalanceWords } from './es-mx/balance.ts'

/** The credit a customer holds. */
export const balanceArea: Area<BalanceWords> = {
  name: 'balance',
  bundles: { 'es-MX': () => import('./es-mx/balance.ts'), en: () => import('./en/balance.ts') },
  loaded: {},
}
