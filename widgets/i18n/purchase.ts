import type { PurchaseWords } from './es-mx/purchase.ts'
import type { Area } from './namespace.ts'

/** What stands in the way of a purchase. */
export const purchaseArea: Area<PurchaseWords> = {
  name: 'purchase',
  bundles: { 'es-MX': () => import('./es-mx/purchase.ts'), en: () => import('./en/purchase.ts') },
  loaded: {},
}
