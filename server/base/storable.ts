/** Whether PostgreSQL can store a text: it accepts neither U+0000 nor half of a surrogate pair. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

interface Visit {
  value: unknown
  name: string
  parent: Visit | null
}

/**
 * The path of a text in a parsed JSON value that can't be stored; null: there is none. Field names are checked
 * as well. It uses a list instead of recursion, because a body may be nested deeper than the stack.
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

/** A longer path helps no reader, and a hostile body's may have thousands of names. */
const deepestPath = 20
