/** The parts of JSON Schema that the API's own description uses. */
export interface Schema {
  $ref?: string
  type?: string
  format?: string
  description?: string
  enum?: readonly unknown[]
  const?: unknown
  anyOf?: readonly Schema[]
  items?: Schema
  properties?: Readonly<Record<string, Schema>>
  additionalProperties?: boolean | Schema
  required?: readonly string[]
  maxLength?: number
}

export interface Field {
  name: string
  type: string
  required: boolean
  description?: string
  fields: readonly Field[]
}

const isNull = ({ type }: Schema) => type === 'null'

/** The schema inside its wrappers: the items of an array, the non-null part of a nullable one. */
const core = (schema: Schema): Schema => {
  const choice = schema.anyOf?.filter((it) => !isNull(it))
  if (choice?.length === 1) return core(choice[0]!)
  return schema.type === 'array' && schema.items ? core(schema.items) : schema
}

const isMap = (schema: Schema): schema is Schema & { additionalProperties: Schema } =>
  typeof schema.additionalProperties === 'object' && !schema.properties

const isMoney = ({ properties }: Schema) => Boolean(properties?.amount && properties.currency)

/** A type as a developer writes it: `"month" | "year"`, `Money | null`, `Plan[]`. */
export const typeText = (schema: Schema): string => {
  if (schema.$ref) return schema.$ref.replace(/^.*\//, '')
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeText))].join(' | ')
  if (schema.type === 'array' && schema.items) {
    const inner = typeText(schema.items)
    return inner.includes('|') ? `(${inner})[]` : `${inner}[]`
  }
  if (isMoney(schema)) return 'Money'
  if (isMap(schema)) return `{ [id]: ${typeText(schema.additionalProperties)} }`
  return schema.format ? `${schema.type} (${schema.format})` : (schema.type ?? 'any')
}

/** The fields of an object, of a list's items, or of a map's values; Money is treated as a simple type. */
export const fieldsOf = (schema: Schema): Field[] => {
  const inner = core(schema)
  if (isMoney(inner)) return []
  if (isMap(inner)) return fieldsOf(inner.additionalProperties)
  return Object.entries(inner.properties ?? {}).map(([name, property]) => ({
    name,
    type: typeText(property),
    required: inner.required?.includes(name) ?? false,
    ...(property.description && { description: property.description }),
    fields: fieldsOf(property),
  }))
}
