import type { Area } from './area.ts'
import type { ChangeWords } from './es-mx/change.ts'

/** Changing the plan. */
export const changeArea: Area<ChangeWords> = {
  name: 'change',
  bundles: { 'es-MX': () => import('./es-mx/change.ts'), en: () => import('./en/change.ts') },
  loaded: {},
}
