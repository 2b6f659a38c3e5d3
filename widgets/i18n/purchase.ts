import type { PurchaseWords } from './es-mx/purchase.ts'
import type { Area } from './namespace.ts'

/** Why a purchase is not possible. */
export const purchaseArea: Area<PurchaseWords> = {
  name: 'purchase',
  bundles: { 'es-MX': () => import('./es-mx/purchase.ts'), en: () => import('./en/purchase.ts') },
  loaded: {},
}
