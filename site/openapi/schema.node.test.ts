import { expect, it } from 'vitest'
import { fieldsOf, typeText } from './schema.ts'

const money = { type: 'object', properties: { amount: { type: 'integer' }, currency: { type: 'string' } } }

it('writes types as a developer does', () => {
  expect(typeText({ type: 'string', enum: ['month', 'year'] })).toBe('"month" | "year"')
  expect(typeText({ anyOf: [money, { type: 'null' }] })).toBe('Money | null')
  expect(typeText({ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'boolean' }] } })).toBe(
    '(string | boolean)[]',
  )
  expect(typeText({ type: 'string', format: 'email' })).toBe('string (email)')
  expect(typeText({ type: 'object', additionalProperties: { type: 'boolean' } })).toBe('{ [id]: boolean }')
})

it('looks into lists and what may be null, but not into Money', () => {
  const [prices] = fieldsOf({
    type: 'array',
    items: {
      type: 'object',
      required: ['prices'],
      properties: {
        prices: { anyOf: [{ type: 'object', properties: { month: money } }, { type: 'null' }] },
      },
    },
  })
  expect(prices).toMatchObject({ name: 'prices', required: true, type: 'object | null' })
  expect(prices?.fields).toMatchObject([{ name: 'month', type: 'Money', required: false, fields: [] }])
})
