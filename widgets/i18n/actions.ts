import type { ActionWords } from './es-mx/actions.ts'
import type { Area } from './namespace.ts'

/** Results of pressing a plan's button. */
export const actionsArea: Area<ActionWords> = {
  name: 'actions',
  bundles: { 'es-MX': () => import('./es-mx/actions.ts'), en: () => import('./en/actions.ts') },
  loaded: {},
}
