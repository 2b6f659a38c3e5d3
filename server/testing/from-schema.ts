import fc from 'fast-check'
import * as z from 'zod/mini'
import { unstorablePath } from '../base/storable.ts'

/** The part of JSON Schema that our contracts use. */
interface JsonSchema {
  type?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: JsonSchema | boolean
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  allOf?: JsonSchema[]
}

/** Values that the server knows, so that generated requests pass its first checks. */
const meaningful: Record<string, string[]> = {
  catalogue: ['erp', 'waizant'],
  plan: ['basico', 'pro', 'lite', 'plus', 'premium', 'enterprise', 'free-trial'],
  successUrl: ['http://localhost:4321/gracias'],
  cancelUrl: ['http://localhost:4321/precios'],
}

/**
 * Values that match a schema. An unknown keyword is an error, so that a new kind of schema is never left
 * untested.
 */
export const fitting = (schema: z.ZodMiniType): fc.Arbitrary<unknown> =>
  valuesOf(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema).filter(
    (value) => schema.safeParse(value).success,
  )

const valuesOf = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valuesOf))
  switch (schema.type) {
    case 'object':
      return objectOf(schema)
    case 'array':
      return fc.array(valuesOf(schema.items ?? { type: 'null' }), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 5),
      })
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? 0, -1e9),
        max: Math.min(schema.maximum ?? 1e9, 1e9),
      })
    case 'number':
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1e9, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
  }
  throw new Error(`No values are known for ${JSON.stringify(schema)}`)
}

const objectOf = ({ properties = {}, required = [] }: JsonSchema): fc.Arbitrary<unknown> =>
  fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, one]) => {
        const [values, some] = [valuesOf(one), meaningful[name]]
        return [
          name,
          some ? fc.oneof({ arbitrary: fc.constantFrom<unknown>(...some), weight: 4 }, values) : values,
        ]
      }),
    ),
    { requiredKeys: required as never[] },
  )

/** The range of generated dates: dates far outside are refused, and have their own tests. */
const century = { min: new Date('2000-01-01'), max: new Date('2099-12-31') }

const textOf = (schema: JsonSchema): fc.Arbitrary<string> => {
  const patterns = [schema, ...(schema.allOf ?? [])].flatMap(({ pattern, format }) =>
    pattern && !format ? [pattern] : [],
  )
  if (schema.format === 'email') return fc.emailAddress()
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'uri') return fc.webUrl()
  if (schema.format === 'date-time')
    return fc.date({ noInvalidDate: true, ...century }).map((date) => date.toISOString())
  if (patterns[0]) return fc.stringMatching(new RegExp(patterns[0]))
  return fc.string({
    unit: 'grapheme',
    minLength: schema.minLength ?? 0,
    maxLength: Math.min(schema.maxLength ?? 40, 40),
  })
}

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    ' ',
    [],
    {},
    [[]],
    [null],
    0,
    -1,
    -0,
    1.5,
    99.99,
    1e21,
    -1e300,
  ),
  fc.constantFrom<unknown>(
    '-1',
    '1e3',
    'NaN',
    'null',
    '[object Object]',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e',
    '🔑',
  ),
  fc.constantFrom<unknown>(
    "' or 1=1 --",
    '"; drop table plans; --',
    '../../etc/passwd',
    '{{7*7}}',
    '<script>',
  ),
  fc.constantFrom<unknown>({ $ne: null }, { amount: 1.5, currency: 'MXN' }, { length: 3 }, { toString: 1 }),
  fc.integer({ min: 5_000, max: 20_000 }).map((length) => 'ñ'.repeat(length)),
  fc.integer({ min: 50, max: 2_000 }).map(nested),
  fc.anything({ withBigInt: false, withDate: false, withMap: false, withSet: false, maxDepth: 3 }),
)

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { value }
  return value
}

type Mistake = (value: Record<string, unknown>, name: string, other: unknown) => unknown

const mistakes: Record<string, Mistake> = {
  instead: (_value, _name, other) => other,
  'in an array': (value) => [value],
  missing: ({ ...value }, name) => {
    delete value[name]
    return value
  },
  wrong: (value, name, other) => ({ ...value, [name]: other }),
  extra: (value, _name, other) => ({ ...value, total: other }),
  renamed: (value, name) => ({ ...value, [name.toUpperCase()]: value[name] }),
  'in the prototype': (value, _name, other) =>
    Object.defineProperty({ ...value }, '__proto__', { value: other, enumerable: true }),
}

/** Values that almost match a schema: JSON texts of bodies with one mistake each. */
export const broken = (schema: z.ZodMiniType): fc.Arbitrary<string> =>
  fc
    .tuple(fitting(schema), fc.constantFrom(...Object.values(mistakes)), fc.nat(), odd)
    .map(([value, mistake, which, other]) => {
      const names = Object.keys(value as object)
      return JSON.stringify(mistake(value as never, names[which % names.length] ?? 'id', other)) ?? ''
    })
    .filter((text) => !fits(schema, text))

const fits = (schema: z.ZodMiniType, text: string): boolean => {
  try {
    const value = JSON.parse(text)
    return schema.safeParse(value).success && !unstorablePath(value)
  } catch {
    return false
  }
}

const unstorable = ['\ud800', 'a\udc00b', '\u0000', 'Ferreter\u0000a', '\ud83d']

/** Values that match a schema except for one text or field name that no database can store. */
export const withUnstorableText = (schema: z.ZodMiniType): fc.Arbitrary<string> =>
  fc.tuple(fitting(schema), fc.nat(), fc.constantFrom(...unstorable)).map(([value, which, text]) => {
    const names = Object.keys(value as object)
    const name = names[which % (names.length + 1)]
    return JSON.stringify({ ...(value as object), [name ?? text]: text })
  })
