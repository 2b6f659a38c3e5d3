import { expect, it } from 'vitest'
import { namesEtag } from './etag.ts'

it.each([
  [undefined, false],
  [null, false],
  ['', false],
  ['"a"', true],
  ['W/"a"', true],
  ['*', true],
  [' * ', true],
  ['"b"', false],
  ['"b", "a"', true],
  ['"b",W/"a"', true],
  ['"b" ,\t"a" ', true],
  ['"b, a"', false],
  ['a', false],
  ['"A"', false],
  ['"aa"', false],
  ['w/"a"', false],
  ['"*"', false],
])('the condition %j names "a": %s', (condition, names) => {
  expect(namesEtag(condition, '"a"')).toBe(names)
})

it('knows a validator with a comma, and one that is weak itself', () => {
  expect(namesEtag('"x", "1,5"', '"1,5"')).toBe(true)
  expect(namesEtag('"1"', 'W/"1"')).toBe(true)
})
