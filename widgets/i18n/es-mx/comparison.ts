/** The feature comparison of plans. */
export const words = {
  comparison: 'Comparativa de planes',
  differences: 'Solo diferencias',
  included: 'Incluido',
  notIncluded: 'No incluido',
}
export type ComparisonWords = typeof words
