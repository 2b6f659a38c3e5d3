import type { Area } from './area.ts'
import type { LicenceWords } from './es-mx/licences.ts'

/** Seats and services. */
export const licencesArea: Area<LicenceWords> = {
  name: 'licences',
  bundles: { 'es-MX': () => import('./es-mx/licences.ts'), en: () => import('./en/licences.ts') },
  loaded: {},
}
