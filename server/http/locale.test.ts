import { expect, it } from 'vitest'
import { localeFrom } from './locale.ts'

it.each([
  [undefined, 'es-MX'],
  ['', 'es-MX'],
  ['es', 'es-MX'],
  ['es-AR,es;q=0.9', 'es-MX'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr,en;q=0.5,es;q=0.4', 'en'],
  ['en;q=0,es', 'es-MX'],
  ['fr', 'es-MX'],
  ['en;q=0.3, es;q=0.8', 'es-MX'],
  ['en;q=abc', 'en'],
  ['EN', 'en'],
  ['en_US', 'en'],
  ['ES-mx', 'es-MX'],
  ['es_MX', 'es-MX'],
  ['es-419,en', 'es-MX'],
  ['est, en;q=0.5', 'en'],
])('answers %j in %s', (accepted, locale) => {
  expect(localeFrom(accepted)).toBe(locale)
})
