import ts from 'typescript'
import type { Shape } from './shape.ts'

type Side = 'request' | 'answer'

/** Turns the compiler's types into shapes; equal object shapes are stored once, in `table`. */
export const shaper = (checker: ts.TypeChecker, objects: string[]) => {
  const table: Shape[] = []
  const seen = new Map<string, number>()

  const keep = (shape: Shape): Shape => {
    const key = JSON.stringify(shape)
    if (key.length < 40) return shape
    let index = seen.get(key)
    if (index === undefined) {
      index = table.push(shape) - 1
      seen.set(key, index)
    }
    return index
  }

  /** The literal in the type's `object` field, when it also has an id: a Stripe object. */
  const objectOf = (type: ts.Type): string | null => {
    if (!type.getProperty('id')) return null
    const tag = type.getProperty('object')
    const tagType = tag && checker.getTypeOfSymbol(tag)
    return tagType?.isStringLiteral() ? tagType.value : null
  }

  const isDeleted = (type: ts.Type) => {
    const deleted = type.getProperty('deleted')
    return deleted !== undefined && checker.typeToString(checker.getTypeOfSymbol(deleted)) === 'true'
  }

  const of = (type: ts.Type, side: Side): Shape => {
    const parts = (type.isUnion() ? type.types : [type]).filter(
      (part) => !(part.flags & ts.TypeFlags.Undefined),
    )
    const empty = parts.some(
      (part) =>
        part.flags & ts.TypeFlags.Null || (side === 'request' && part.isStringLiteral() && part.value === ''),
    )
    const rest = parts.filter(
      (part) => !(part.flags & ts.TypeFlags.Null) && !(part.isStringLiteral() && part.value === ''),
    )
    const shape = union(rest, side)
    return empty ? ['?', shape] : shape
  }

  const union = (parts: ts.Type[], side: Side): Shape => {
    const words = parts
      .filter((part) => part.isStringLiteral())
      .map((part) => (part as ts.StringLiteralType).value)
    const others = parts.filter(
      (part) => !part.isStringLiteral() && !(words.length && part.isIntersection()) && !isDeleted(part),
    )
    const found = new Map<string, Shape>()
    if (words.length) found.set('words', keep(['e', words]))
    for (const part of others) {
      const shape = single(part, side)
      found.set(JSON.stringify(shape), shape)
    }
    const all = [...found.values()]
    return all.length === 1 ? all[0]! : ['u', all]
  }

  const single = (type: ts.Type, side: Side): Shape => {
    if (type.flags & ts.TypeFlags.BooleanLike) return 'b'
    if (type.flags & ts.TypeFlags.NumberLike) return 'n'
    if (checker.typeToString(type) === 'Decimal') return 'd'
    if (type.flags & ts.TypeFlags.String || type.isIntersection()) return 's'
    if (checker.isArrayType(type))
      return ['l', of(checker.getTypeArguments(type as ts.TypeReference)[0]!, side)]
    if (side === 'answer') {
      const kind = objectOf(type)
      if (kind) return objects.includes(kind) ? ['r', kind] : 's'
    }
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String)
    if (index && !type.getProperties().length) return ['m', of(index.type, side)]
    if (type.flags & ts.TypeFlags.Object) return keep(fieldsOf(type, side))
    return 'x'
  }

  const fieldsOf = (type: ts.Type, side: Side): Shape => {
    const fields: Record<string, Shape> = {}
    for (const property of type.getProperties()) {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0
      if (side === 'answer' && property.name === 'deleted') continue
      fields[property.name + (optional ? '?' : '')] = of(checker.getTypeOfSymbol(property), side)
    }
    return ['o', fields]
  }

  return { of, fieldsOf, objectOf, table }
}
