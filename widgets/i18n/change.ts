import type { ChangeWords } from './es-mx/change.ts'
import type { Area } from './namespace.ts'

/** Changing the plan. */
export const changeArea: Area<ChangeWords> = {
  name: 'change',
  bundles: { 'es-MX': () => import('./es-mx/change.ts'), en: () => import('./en/change.ts') },
  loaded: {},
}
