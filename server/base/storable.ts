/** Whether PostgreSQL can hold a text: it takes neither U+0000 nor half of a surrogate pair. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

interface Visit {
  value: unknown
  name: string
  parent: Visit | null
}

/**
 * Where a parsed JSON value holds a text that can't be stored, as a path; null: nowhere. Names of fields count as well.
 * It works through a list instead of calling itself: a body may be nested deeper than the stack is.
 */
export const unstorablePath = (json: unknown): string[] | null => {
  const waiting: Visit[] = [{ value: json, name: '', parent: null }]
  for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
    const { value } = visit
    if (typeof value === 'string' && !isStorable(value)) return pathOf(visit)
    if (typeof value !== 'object' || value === null) continue
    for (const [name, one] of Object.entries(value)) {
      if (!isStorable(name)) return pathOf(visit)
      waiting.push({ value: one, name, parent: visit })
    }
  }
  return null
}

const pathOf = (visit: Visit): string[] => {
  const names: string[] = []
  for (let at = visit; at.parent; at = at.parent) names.unshift(at.name)
  return names.slice(0, deepestPath)
}

/** Longer paths say no more to anybody, and a hostile body's may have thousands of names. */
const deepestPath = 20
