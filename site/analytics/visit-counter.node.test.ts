import { expect, it } from 'vitest'
import { visitCounter } from './visit-counter.ts'

const analytics = 'https://count.example.com/in'
const counter = (headers: Record<string, string>, to: string | null = analytics) =>
  visitCounter({ analytics: to, headers: new Headers(headers) })

it('is off unless the operator says where', () => expect(counter({}, null)).toBeNull())

it('counts where the operator says', () => expect(counter({})).toBe(analytics))

it('does not count a visitor who opts out of tracking', () => {
  expect(counter({ 'sec-gpc': '1' })).toBeNull()
  expect(counter({ dnt: '1' })).toBeNull()
  expect(counter({ dnt: '0' })).toBe(analytics)
})
