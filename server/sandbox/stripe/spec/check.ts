import { invalid } from '../errors.ts'
import type { Form, FormValue } from '../http/form.ts'
import { contract, fieldsOf, resolve, type Shape } from './shape.ts'
import { refuseUnsupported } from './unsupported.ts'

/** Numbers that may have a fraction; all others are integers. */
const FRACTIONS = new Set(['percentage', 'percent_off', 'amount_percent', 'application_fee_percent'])

/** The typed parameters of a request, or the refusal that Stripe would give. */
export const checkRequest = (route: string, form: Form): Record<string, unknown> => {
  const shape = contract.requests[route]
  if (shape === undefined) throw new Error(`No contract for ${route}; run spec/derive.ts`)
  const params = readGroup(shape, form, '') as Record<string, unknown>
  refuseUnsupported(route, params)
  return params
}

const readGroup = (shape: Shape, value: FormValue, param: string): unknown => {
  if (typeof value === 'string') throw invalid('Invalid object', param)
  const fields = fieldsOf(shape)
  const input: Form = Array.isArray(value) ? Object.fromEntries(value.entries()) : value
  const result: Record<string, unknown> = {}
  for (const [name, entry] of Object.entries(input)) {
    const full = nested(param, name)
    const field = fields.get(name)
    if (!field) throw invalid(`Received unknown parameter: ${full}`, full, 'parameter_unknown')
    if (entry === '' && field.required && !isEmptyable(field.shape))
      throw invalid(emptyText(full), full, 'parameter_invalid_empty')
    result[name] = read(field.shape, entry, full)
  }
  for (const [name, field] of fields)
    if (field.required && !(name in result))
      throw invalid(
        `Missing required param: ${nested(param, name)}.`,
        nested(param, name),
        'parameter_missing',
      )
  return result
}

const read = (shape: Shape, value: FormValue, param: string): unknown => {
  const resolved = resolve(shape)
  if (typeof resolved === 'string') return readScalar(resolved, value, param)
  switch (resolved[0]) {
    case '?':
      return value === '' ? null : read(resolved[1], value, param)
    case 'e':
      if (typeof value === 'string' && resolved[1].includes(value)) return value
      throw invalid(`Invalid ${param}: must be ${oneOf(resolved[1])}`, param)
    case 'l':
      if (value === '') return []
      if (!Array.isArray(value)) throw invalid('Invalid array', param)
      return value.map((entry, index) => read(resolved[1], entry, `${param}[${index}]`))
    case 'm':
      if (typeof value === 'string') throw invalid('Invalid object', param)
      return Object.fromEntries(
        Object.entries(value).map(([name, entry]) => [name, read(resolved[1], entry, nested(param, name))]),
      )
    case 'u':
      return readUnion(resolved[1], value, param)
    default:
      return readGroup(resolved, value, param)
  }
}

const readScalar = (shape: 's' | 'n' | 'd' | 'b' | 'x', value: FormValue, param: string): unknown => {
  if (shape === 'x') return value
  if (typeof value !== 'string') throw invalid(`Invalid string: ${JSON.stringify(value)}`, param)
  if (shape === 's') {
    if (value.length > 5000)
      throw invalid(`Invalid string: ${value.slice(0, 20)}...; must be at most 5000 characters`, param)
    return value
  }
  if (value === '') throw invalid(emptyText(param), param, 'parameter_invalid_empty')
  if (shape === 'b') {
    if (value !== 'true' && value !== 'false') throw invalid(`Invalid boolean: ${value}`, param)
    return value === 'true'
  }
  const last = /(\w+)\]?$/.exec(param)?.[1] ?? param
  if (shape === 'd' || FRACTIONS.has(last)) {
    if (!/^-?\d{1,15}(\.\d{1,12})?$/.test(value)) throw invalid(`Invalid decimal: ${value}`, param)
    return shape === 'd' ? value : Number(value)
  }
  if (!/^-?\d{1,15}$/.test(value))
    throw invalid(`Invalid integer: ${value}`, param, 'parameter_invalid_integer')
  return Number(value)
}

/** The value by the first type of a union that fits. When none does, the refusal of its structured type, else the first one. */
const readUnion = (shapes: Shape[], value: FormValue, param: string): unknown => {
  if (typeof value === 'string' && shapes.includes('s') && shapes.includes('n')) return value
  const order = [...shapes].sort((a, b) => rank(a) - rank(b))
  let refusal: unknown
  for (const shape of order)
    try {
      return read(shape, value, param)
    } catch (error) {
      refusal ??= error
      if (typeof value !== 'string' && Array.isArray(resolve(shape))) refusal = error
    }
  throw refusal ?? invalid(`Invalid value for ${param}: it can only be unset.`, param)
}

/** Strings fit everything, so they are tried last. */
const rank = (shape: Shape): number => (resolve(shape) === 's' ? 2 : resolve(shape) === 'n' ? 0 : 1)

const isEmptyable = (shape: Shape): boolean => {
  const resolved = resolve(shape)
  return Array.isArray(resolved) && resolved[0] === '?'
}

const nested = (param: string, name: string) => (param ? `${param}[${name}]` : name)

const oneOf = (words: string[]) =>
  words.length === 1 ? words[0]! : `one of ${words.slice(0, -1).join(', ')}, or ${words.at(-1)}`

const emptyText = (param: string) =>
  `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`
