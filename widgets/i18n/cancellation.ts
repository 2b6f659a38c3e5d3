import type { CancellationWords } from './es-mx/cancellation.ts'
import type { Area } from './namespace.ts'

/** The steps of a cancellation. */
export const cancellationArea: Area<CancellationWords> = {
  name: 'cancellation',
  bundles: { 'es-MX': () => import('./es-mx/cancellation.ts'), en: () => import('./en/cancellation.ts') },
  loaded: {},
}
