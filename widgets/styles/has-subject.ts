import type { Rule } from 'eslint'

/** The offset of the bracket that closes the one open at `from`. */
const closing = (text: string, from: number, [open, close]: '()' | '[]' | string): number => {
  let depth = 1
  let at = from
  while (at < text.length && depth > 0) {
    if (text[at] === open) depth++
    else if (text[at] === close) depth--
    at++
  }
  return at
}

const isOpenAt = (text: string): boolean => text.split('(').length > text.split(')').length

/** Whether a combinator follows the compound selector of the `:has()` at an offset. */
const leadsOn = (selector: string, has: number): boolean => {
  let at = closing(selector, has + ':has('.length, '()')
  while (at < selector.length) {
    const rest = selector.slice(at)
    const [space = ''] = /^\s+/.exec(rest) ?? []
    const next = rest[space.length]
    if (next === undefined) return false
    if (next === ',') {
      if (!isOpenAt(selector.slice(0, at))) return false
      at = closing(selector, at, '()')
    } else if (next === ')') at += space.length + 1
    else if (space || '>+~'.includes(next)) return true
    else if (next === '(') at = closing(selector, at + 1, '()')
    else if (next === '[') at = closing(selector, at + 1, '[]')
    else at++
  }
  return false
}

const isSameElement = (nested: string): boolean => /^&[^\s>+~]*$/.test(nested.trim())

/** Offsets of each `:has()` that styles another element than the one that it is on. */
export const wronglyPlacedHas = (source: string): number[] => {
  const css = source.replace(/\/\*[\s\S]*?\*\/|"[^"]*"|'[^']*'/g, (text) => '_'.repeat(text.length))
  const found = [...css.matchAll(/:has\(/g)].map(({ index }) => index)
  // Only part of a selector: what follows it is not known here.
  if (!css.includes('{')) return found
  const wrong = new Set<number>()
  const ancestors: number[][] = []
  let start = 0
  for (const { 0: mark, index } of css.matchAll(/[{};]/g)) {
    const inherited = ancestors.at(-1) ?? []
    if (mark === '{') {
      const prelude = css.slice(start, index)
      const own = found.filter((at) => at >= start && at < index)
      for (const at of own) if (leadsOn(prelude, at - start)) wrong.add(at)
      if (!prelude.trim().startsWith('@') && !isSameElement(prelude))
        for (const at of inherited) wrong.add(at)
      ancestors.push([...inherited, ...own])
    } else if (mark === '}') ancestors.pop()
    start = index + 1
  }
  return [...wrong].sort((a, b) => a - b)
}

/** WebKit restyles the element that `:has()` is on, and inside a shadow root no other element. */
export const hasSubject: Rule.RuleModule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      notSubject:
        'Safari does not restyle other elements for this :has() in a shadow root. Put :has() on the last element of the selector and pass a custom property down, or set an attribute on the element to style.',
    },
  },
  create: ({ sourceCode, report }) => ({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || tag.name !== 'css') return
      const [start, end] = quasi.range!
      const css = sourceCode.text.slice(start + 1, end - 1)
      const text = quasi.quasis.slice(1).reduce((known, { range }, index) => {
        const from = quasi.quasis[index]!.range![1] - 3 - start
        const to = range![0] - start
        return known.slice(0, from) + '_'.repeat(to - from) + known.slice(to)
      }, css)
      for (const at of wronglyPlacedHas(text))
        report({ loc: sourceCode.getLocFromIndex(start + 1 + at), messageId: 'notSubject' })
    },
  }),
}
