import type { Area } from './area.ts'
import type { PurchaseWords } from './es-mx/purchase.ts'

/** What stands in the way of a purchase. */
export const purchaseArea: Area<PurchaseWords> = {
  name: 'purchase',
  bundles: { 'es-MX': () => import('./es-mx/purchase.ts'), en: () => import('./en/purchase.ts') },
  loaded: {},
}
