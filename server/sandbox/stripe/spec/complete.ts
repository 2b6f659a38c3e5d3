import { contract, fieldsOf, resolve, type Shape } from './shape.ts'

/** The object with every field that its type requires: an omitted nullable field is null. */
export const complete = (kind: string, object: object): object =>
  completed(contract.objects[kind]!, object) as object

/** Only the given fields of it, each complete in itself. */
export const completeFields = (kind: string, patch: object): object => {
  const shape = contract.objects[kind]
  if (!shape) return patch
  const fields = fieldsOf(shape)
  return Object.fromEntries(
    Object.entries(patch).map(([name, value]) => {
      const field = fields.get(name)
      return [name, field && typeof value === 'object' ? completed(field.shape, value) : value]
    }),
  )
}

const completed = (shape: Shape, value: unknown): unknown => {
  if (value === null || value === undefined) return null
  const resolved = resolve(shape)
  if (!Array.isArray(resolved)) return value
  if (resolved[0] === '?') return completed(resolved[1], value)
  if (resolved[0] === 'l' && Array.isArray(value)) return value.map((entry) => completed(resolved[1], entry))
  if (resolved[0] !== 'o' || typeof value !== 'object') return value
  const input = value as Record<string, unknown>
  const result: Record<string, unknown> = {}
  for (const [name, field] of fieldsOf(resolved)) {
    if (input[name] !== undefined) result[name] = completed(field.shape, input[name])
    else if (field.required && isNullable(field.shape)) result[name] = null
  }
  for (const name of Object.keys(input))
    if (!(name in result) && input[name] !== undefined) result[name] = input[name]
  return result
}

const isNullable = (shape: Shape): boolean => {
  const resolved = resolve(shape)
  return Array.isArray(resolved) && resolved[0] === '?'
}
