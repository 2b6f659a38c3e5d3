import type { ComparisonWords } from './es-mx/comparison.ts'
import type { Area } from './namespace.ts'

/** The feature comparison of plans. */
export const comparisonArea: Area<ComparisonWords> = {
  name: 'comparison',
  bundles: { 'es-MX': () => import('./es-mx/comparison.ts'), en: () => import('./en/comparison.ts') },
  loaded: {},
}
