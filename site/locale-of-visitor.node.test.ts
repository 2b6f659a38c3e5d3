import { expect, it } from 'vitest'
import { localeOfVisitor } from './locale-of-visitor.ts'

it('is English below /en, whatever the browser says', () => {
  expect(localeOfVisitor('/en/nowhere', 'es-MX')).toBe('en')
  expect(localeOfVisitor('/en', null)).toBe('en')
})

it('follows the browser elsewhere', () => {
  expect(localeOfVisitor('/x', 'fr, en;q=0.8, es;q=0.5')).toBe('en')
  expect(localeOfVisitor('/x', 'en;q=0.3, es-MX')).toBe('es-MX')
})

it('is Spanish when nothing is said', () => expect(localeOfVisitor('/energia', null)).toBe('es-MX'))
