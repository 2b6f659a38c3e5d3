import type { LicenceWords } from './es-mx/licences.ts'
import type { Area } from './namespace.ts'

/** Seats and services. */
export const licencesArea: Area<LicenceWords> = {
  name: 'licences',
  bundles: { 'es-MX': () => import('./es-mx/licences.ts'), en: () => import('./en/licences.ts') },
  loaded: {},
}
