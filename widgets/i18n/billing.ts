import type { BillingWords } from './es-mx/billing.ts'
import type { Area } from './namespace.ts'

/** Billing status, usage, invoices, and cancelling. */
export const billingArea: Area<BillingWords> = {
  name: 'billing',
  bundles: { 'es-MX': () => import('./es-mx/billing.ts'), en: () => import('./en/billing.ts') },
  loaded: {},
}
