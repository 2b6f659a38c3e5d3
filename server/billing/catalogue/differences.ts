/** A field whose values differ. */
export interface FieldDifference {
  path: string
  before: unknown
  after: unknown
}

/**
 * The differences between two values, field by field, with paths as in `prices.MXN.month`; a missing value is
 * null.
 */
export const differences = (before: unknown, after: unknown): FieldDifference[] => {
  const [was, is] = [leavesOf(before), leavesOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter((one) => one.before !== one.after)
}

const leavesOf = (value: unknown, path = '', leaves = new Map<string, unknown>()): Map<string, unknown> => {
  if (value === null || typeof value !== 'object') {
    if (value !== undefined && path) leaves.set(path, value)
    return leaves
  }
  for (const [name, one] of Object.entries(value)) leavesOf(one, path ? `${path}.${name}` : name, leaves)
  return leaves
}
