import type { CancellationWords } from './es-mx/cancellation.ts'
import type { Area } from './namespace.ts'

/** Leaving, step by step. */
export const cancellationArea: Area<CancellationWords> = {
  name: 'cancellation',
  bundles: { 'es-MX': () => import('./es-mx/cancellation.ts'), en: () => import('./en/cancellation.ts') },
  loaded: {},
}
