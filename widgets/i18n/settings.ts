import type { SettingsWords } from './es-mx/settings.ts'
import type { Area } from './namespace.ts'

/** The back office before its data have loaded. */
export const settingsArea: Area<SettingsWords> = {
  name: 'settings',
  bundles: { 'es-MX': () => import('./es-mx/settings.ts'), en: () => import('./en/settings.ts') },
  loaded: {},
}
