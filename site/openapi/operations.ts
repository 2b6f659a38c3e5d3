import type { Locale } from '../routes.ts'
import { type Field, fieldsOf, type Schema, typeText } from './schema.ts'

interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: Schema
}

type Content = Readonly<Record<string, { schema?: Schema }>>

interface DescribedOperation {
  operationId?: string
  summary?: string
  description?: string
  tags?: readonly string[]
  security?: readonly object[]
  parameters?: readonly Parameter[]
  requestBody?: { content: Content }
  responses: Readonly<Record<string, { description: string; content?: Content }>>
}

/** The parts of an OpenAPI document that the reference uses. */
export interface OpenApi {
  info: { description?: string }
  paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
  /** Every error code, with its status and text. */
  'x-problems'?: Readonly<Record<string, { status: number } & Record<Locale, string>>>
}

export interface Operation {
  id: string
  method: string
  path: string
  summary: string
  signedIn: boolean
  parameters: readonly Field[]
  body: readonly Field[]
  responses: readonly { status: string; description: string; type: string; fields: readonly Field[] }[]
}

const schemaIn = (content: Content | undefined): Schema | undefined => Object.values(content ?? {})[0]?.schema

const parameter = ({ name, in: place, required = false, description, schema = {} }: Parameter): Field => ({
  name,
  type: `${place}, ${typeText(schema)}`,
  required,
  ...(description && { description }),
  fields: [],
})

/** An empty alternative means that the operation also works without a token. */
const asksForToken = (security: readonly object[] = []): boolean =>
  security.length > 0 && security.every((one) => Object.keys(one).length > 0)

const operation = (path: string, method: string, described: DescribedOperation): Operation => {
  const body = schemaIn(described.requestBody?.content)
  return {
    id: described.operationId ?? `${method}-${path.replace(/\W+/g, '-')}`,
    method: method.toUpperCase(),
    path,
    summary: described.summary ?? described.description ?? '',
    signedIn: asksForToken(described.security),
    parameters: (described.parameters ?? []).map(parameter),
    body: body ? fieldsOf(body) : [],
    responses: Object.entries(described.responses).map(([status, { description, content }]) => {
      const schema = schemaIn(content)
      return {
        status,
        description,
        type: schema ? typeText(schema) : '',
        fields: schema ? fieldsOf(schema) : [],
      }
    }),
  }
}

/** Where the operations of a tag begin on the page. */
export const anchorOfTag = (tag: string): string => tag.toLowerCase().replace(/\W+/g, '-')

/** The operations of an API by their first tag, in the document's order. */
export const operationsByTag = ({ paths }: OpenApi): ReadonlyMap<string, readonly Operation[]> => {
  const tagged = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      tag: described.tags?.[0] ?? 'API',
      operation: operation(path, method, described),
    })),
  )
  const tags = new Map<string, Operation[]>()
  for (const { tag, operation } of tagged) tags.set(tag, [...(tags.get(tag) ?? []), operation])
  return tags
}
