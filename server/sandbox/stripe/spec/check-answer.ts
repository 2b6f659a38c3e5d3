import { contract, fieldsOf, resolve, type Shape } from './shape.ts'

/**
 * How an answer differs from the SDK's types: a missing or unknown field, another type, a value outside an enum. Empty
 * when it conforms.
 */
export const checkAnswer = (answer: object): string[] => {
  const problems: string[] = []
  const { object, data, deleted } = answer as { object?: string; data?: object[]; deleted?: boolean }
  if (deleted) return problems
  if (object === 'list')
    for (const [index, entry] of (data ?? []).entries())
      problems.push(...checkAnswer(entry).map((each) => `data[${index}].${each}`))
  else check(contract.objects[object ?? ''] ?? 'x', answer, '', problems)
  return problems
}

const check = (shape: Shape, value: unknown, path: string, problems: string[]): void => {
  const resolved = resolve(shape)
  if (resolved === 'x') return
  if (typeof resolved === 'string') {
    const wanted = { s: 'string', d: 'string', n: 'number', b: 'boolean' }[resolved]
    if (typeof value !== wanted) problems.push(`${path}: ${JSON.stringify(value)} is not a ${wanted}`)
    return
  }
  const [kind, inner] = resolved
  if (kind === '?') {
    if (value !== null) check(inner, value, path, problems)
  } else if (value === null || value === undefined) problems.push(`${path}: ${value} where something must be`)
  else if (kind === 'e') {
    if (!inner.includes(value as string))
      problems.push(`${path}: ${JSON.stringify(value)} is none of ${inner.slice(0, 12).join(', ')}`)
  } else if (kind === 'l') {
    if (!Array.isArray(value)) problems.push(`${path}: not a list`)
    else for (const [index, entry] of value.entries()) check(inner, entry, `${path}[${index}]`, problems)
  } else if (kind === 'm') {
    for (const [name, entry] of Object.entries(value)) check(inner, entry, `${path}.${name}`, problems)
  } else if (kind === 'u') checkUnion(inner, value, path, problems)
  else if (kind === 'r') {
    if ((value as { object?: string }).object !== inner) problems.push(`${path}: not a ${inner}`)
    else problems.push(...checkAnswer(value as object).map((each) => `${path}.${each}`))
  } else checkFields(resolved, value as Record<string, unknown>, path, problems)
}

const checkUnion = (shapes: Shape[], value: unknown, path: string, problems: string[]): void => {
  let fewest: string[] | null = null
  for (const shape of shapes) {
    const found: string[] = []
    check(shape, value, path, found)
    if (!found.length) return
    if (!fewest || found.length < fewest.length) fewest = found
  }
  problems.push(...(fewest ?? []))
}

const checkFields = (
  shape: Shape,
  value: Record<string, unknown>,
  path: string,
  problems: string[],
): void => {
  const fields = fieldsOf(shape)
  // An interface without fields means any object.
  if (!fields.size) return
  for (const [name, field] of fields) {
    if (value[name] !== undefined) check(field.shape, value[name], `${path}.${name}`, problems)
    else if (field.required) problems.push(`${path}.${name}: missing`)
  }
  const isList = value.object === 'list'
  for (const name of Object.keys(value))
    if (!fields.has(name) && value[name] !== undefined && !(isList && name === 'total_count'))
      problems.push(`${path}.${name}: unknown`)
}
