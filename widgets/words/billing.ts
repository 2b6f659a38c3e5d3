import type { Area } from './area.ts'
import type { BillingWords } from './es-mx/billing.ts'

/** How billing stands, what is used, invoices, and leaving. */
export const billingArea: Area<BillingWords> = {
  name: 'billing',
  bundles: { 'es-MX': () => import('./es-mx/billing.ts'), en: () => import('./en/billing.ts') },
  loaded: {},
}
