/** The features of plans beside one another. */
export const words = {
  comparison: 'Comparativa de planes',
  differences: 'Solo diferencias',
  included: 'Incluido',
  notIncluded: 'No incluido',
}
export type ComparisonWords = typeof words
