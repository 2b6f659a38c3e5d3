import type { EncounterWords } from './es-mx/encounters.ts'
import type { Area } from './namespace.ts'

/** Packages of encounters. */
export const encountersArea: Area<EncounterWords> = {
  name: 'encounters',
  bundles: { 'es-MX': () => import('./es-mx/encounters.ts'), en: () => import('./en/encounters.ts') },
  loaded: {},
}
