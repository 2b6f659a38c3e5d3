import type { OfficeWords } from './es-mx/office.ts'
import type { Area } from './namespace.ts'

/** Plan Settings, the lists, and their messages. */
export const officeArea: Area<OfficeWords> = {
  name: 'office',
  bundles: { 'es-MX': () => import('./es-mx/office.ts'), en: () => import('./en/office.ts') },
  loaded: {},
}
