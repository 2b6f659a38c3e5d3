import type { ComparisonWords } from '../es-mx/comparison.ts'

export const words: ComparisonWords = {
  comparison: 'Plan comparison',
  differences: 'Differences only',
  included: 'Included',
  notIncluded: 'Not included',
}
