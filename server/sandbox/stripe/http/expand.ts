import { invalid } from '../errors.ts'
import type { Kind } from '../kinds.ts'
import { contract, fieldsOf, resolve, type Shape } from '../spec/shape.ts'
import type { Reader } from '../store.ts'
import { included } from './included.ts'
import { render } from './render.ts'

type Json = Record<string, unknown>

/** Replaces ids by the objects that they name, along each path of `expand[]`. */
export const expand = (reader: Reader, answer: object, paths: string[]): object => {
  let result = answer as Json
  for (const path of paths) {
    const steps = path.split('.')
    if (steps.length > (steps[0] === 'data' ? 5 : 4))
      throw invalid(`You cannot expand more than 4 levels of a property. Property: ${path}`, 'expand')
    result = expandObject(reader, result, steps, path)
  }
  return result
}

const expandObject = (reader: Reader, object: Json, steps: string[], path: string, shape?: Shape): Json => {
  const [step, ...rest] = steps
  if (step === undefined) return object
  if (object.object === 'list' && step === 'data')
    return {
      ...object,
      data: (object.data as Json[]).map((entry) => expandObject(reader, entry, rest, path)),
    }
  const own = typeof object.object === 'string' ? contract.objects[object.object] : undefined
  const field = fieldsOf(own ?? shape ?? 'x').get(step)
  if (!field) throw cannotExpand(path)
  const whole = kindsIn(field.shape).length > 0 || fieldsOf(inner(field.shape)).size > 0
  if (field.required && !whole) throw cannotExpand(path)
  const value = object[step] ?? included(reader, object, step)
  if (value === undefined || value === null) return object
  const expanded = Array.isArray(value)
    ? value.map((entry) => expandValue(reader, entry, field.shape, rest, path))
    : expandValue(reader, value, field.shape, rest, path)
  return { ...object, [step]: expanded }
}

const expandValue = (reader: Reader, value: unknown, shape: Shape, rest: string[], path: string): unknown => {
  if (typeof value === 'string') {
    const kinds = kindsIn(shape)
    if (!kinds.length) throw cannotExpand(path)
    for (const kind of kinds) {
      const found = reader.find(kind as Kind, value) as { object: string } | undefined
      if (found) return expandObject(reader, render(reader, found) as Json, rest, path)
    }
    return value
  }
  if (typeof value === 'object' && value !== null)
    return expandObject(reader, value as Json, rest, path, inner(shape))
  throw cannotExpand(path)
}

const cannotExpand = (path: string) => invalid(`This property cannot be expanded (${path}).`, 'expand')

/** The kinds of objects that a field may hold. */
const kindsIn = (shape: Shape): string[] => {
  const resolved = resolve(shape)
  if (!Array.isArray(resolved)) return []
  if (resolved[0] === 'r') return [resolved[1]]
  if (resolved[0] === '?' || resolved[0] === 'l') return kindsIn(resolved[1])
  return resolved[0] === 'u' ? resolved[1].flatMap(kindsIn) : []
}

const inner = (shape: Shape): Shape => {
  const resolved = resolve(shape)
  if (Array.isArray(resolved) && (resolved[0] === '?' || resolved[0] === 'l')) return inner(resolved[1])
  return resolved
}
