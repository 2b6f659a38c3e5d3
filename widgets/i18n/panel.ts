import type { PanelWords } from './es-mx/panel.ts'
import type { Area } from './namespace.ts'

/** The billing panel before billing has loaded. */
export const panelArea: Area<PanelWords> = {
  name: 'panel',
  bundles: { 'es-MX': () => import('./es-mx/panel.ts'), en: () => import('./en/panel.ts') },
  loaded: {},
}
