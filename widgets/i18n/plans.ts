import type { PlanWords } from './es-mx/plans.ts'
import type { Area } from './namespace.ts'

/** Plans, prices and their buttons. */
export const plansArea: Area<PlanWords> = {
  name: 'plans',
  bundles: { 'es-MX': () => import('./es-mx/plans.ts'), en: () => import('./en/plans.ts') },
  loaded: {},
}
