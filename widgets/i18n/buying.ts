import type { BuyingWords } from './es-mx/buying.ts'
import type { Area } from './namespace.ts'

/** Paying for encounters. */
export const buyingArea: Area<BuyingWords> = {
  name: 'buying',
  bundles: { 'es-MX': () => import('./es-mx/buying.ts'), en: () => import('./en/buying.ts') },
  loaded: {},
}
