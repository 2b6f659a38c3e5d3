import { readFileSync } from 'node:fs'

/** The type of a value, small enough to check in: `derive.ts` finds it in the SDK's types. */
export type Shape =
  | 's' // a string
  | 'n' // a number
  | 'd' // a decimal, a string on the wire
  | 'b' // a boolean
  | 'x' // anything
  | number // an entry of the table
  | ['e', string[]] // one of these words
  | ['l', Shape] // a list
  | ['m', Shape] // a map from any key
  | ['?', Shape] // may be null (answers) or empty, which unsets it (requests)
  | ['u', Shape[]] // any of these
  | ['r', string] // a whole object of this kind
  | ['o', Record<string, Shape>] // fields; a name ending in `?` may be absent

export interface Contract {
  sdk: string
  apiVersion: string
  shapes: Shape[]
  /** `POST /v1/customers` → its parameters. */
  requests: Record<string, Shape>
  /** `customer` → its fields. */
  objects: Record<string, Shape>
}

export const contract: Contract = JSON.parse(
  readFileSync(new URL('./contract.generated.json', import.meta.url), 'utf8'),
)

/** Resolves a table entry to its shape. */
export const resolve = (shape: Shape): Exclude<Shape, number> =>
  typeof shape === 'number' ? resolve(contract.shapes[shape]!) : shape

/** The fields of an object's shape, and whether each is required. */
export const fieldsOf = (shape: Shape): Map<string, { shape: Shape; required: boolean }> => {
  const resolved = resolve(shape)
  const cached = fieldCache.get(resolved)
  if (cached) return cached
  const fields = new Map<string, { shape: Shape; required: boolean }>()
  if (Array.isArray(resolved) && resolved[0] === 'o')
    for (const [name, field] of Object.entries(resolved[1]))
      fields.set(name.replace(/\?$/, ''), { shape: field, required: !name.endsWith('?') })
  fieldCache.set(resolved, fields)
  return fields
}

const fieldCache = new Map<Shape, Map<string, { shape: Shape; required: boolean }>>()
