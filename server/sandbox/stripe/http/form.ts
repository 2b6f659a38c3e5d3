import { invalid } from '../errors.ts'

/** A form body before validation: strings, lists and groups of them. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue }
export type Form = { [name: string]: FormValue }

type Node = string | Map<string, Node>

/** Parses `items[0][price]=…&expand[]=…`, as the SDK and curl send it. */
export const readForm = (body: string): Form => {
  const root = new Map<string, Node>()
  for (const [name, value] of new URLSearchParams(body)) place(root, stepsOf(name), value, name)
  return plain(root) as Form
}

const stepsOf = (name: string): string[] => {
  const head = /^[^[\]]+/.exec(name)?.[0]
  const tail = [...name.slice(head?.length ?? 0).matchAll(/\[([^[\]]*)\]/g)]
  const whole = head && head.length + tail.reduce((length, match) => length + match[0].length, 0)
  if (!head || whole !== name.length)
    throw invalid(
      `Invalid request (check that your POST content type is application/x-www-form-urlencoded): ${name}`,
    )
  if (tail.length > 20) throw invalid(`Parameter nested too deeply: ${head}`, head)
  return [head, ...tail.map((match) => match[1]!)]
}

const place = (at: Map<string, Node>, [step, ...rest]: string[], value: string, name: string): void => {
  const key = step === '' ? String(at.size) : step!
  if (!rest.length) {
    at.set(key, value)
    return
  }
  const existing = at.get(key)
  if (typeof existing === 'string') throw invalid(`Invalid hash: ${name}`, key)
  const next = existing ?? new Map<string, Node>()
  at.set(key, next)
  place(next, rest, value, name)
}

/** A group whose keys are 0, 1, 2 … is a list. */
const plain = (node: Node): FormValue => {
  if (typeof node === 'string') return node
  const keys = [...node.keys()]
  if (keys.length && keys.every((key) => /^\d+$/.test(key)))
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => plain(node.get(key)!))
  return Object.fromEntries(keys.map((key) => [key, plain(node.get(key)!)]))
}
