import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { Email } from './email.ts'
import { languageOf } from './language.ts'
import { AskedLocale } from './locale.ts'

describe('an email address is stored as it is sent', () => {
  it.each([
    ['ana@lopez.mx', 'ana@lopez.mx'],
    [' ana@lopez.mx \n', 'ana@lopez.mx'],
    ['Ana.Lopez+facturas@Lopez.MX', 'Ana.Lopez+facturas@lopez.mx'],
    ['josé.núñez@lopez.mx', 'josé.núñez@lopez.mx'],
    ['jose\u0301@lopez.mx', 'josé@lopez.mx'],
    ['ana@ferretería.mx', 'ana@xn--ferretera-n5a.mx'],
    ['ana@例え.テスト', 'ana@xn--r8jz45g.xn--zckzah'],
    ['ana@xn--ferretera-n5a.mx', 'ana@xn--ferretera-n5a.mx'],
    ["o'hara!#$%&*/=?^_`{|}~-@lopez.mx", "o'hara!#$%&*/=?^_`{|}~-@lopez.mx"],
  ])('%j', (typed, kept) => expect(Email.parse(typed)).toBe(kept))

  it.each([
    '',
    'ana',
    'ana@lopez',
    '@lopez.mx',
    'ana@',
    'ana lopez@lopez.mx',
    'ana@lo pez.mx',
    'ana@@lopez.mx',
    '.ana@lopez.mx',
    'ana.@lopez.mx',
    'a..na@lopez.mx',
    'ana@lopez..mx',
    'ana@-lopez.mx',
    'ana@1.2.3.4',
    'ana@lopez.mx/x',
    'ana@lopez.mx:80',
    'ana@lopez.mx?x=1',
    'a\u0000na@lopez.mx',
    'ana\r\nBcc: x@y.mx@lopez.mx',
    `${'a'.repeat(65)}@lopez.mx`,
    `ana@${'a'.repeat(64)}.mx`,
    `ana@${'abcdefghi.'.repeat(25)}mx`,
  ])('and refused when it is none: %j', (typed) => expect(Email.safeParse(typed).success).toBe(false))

  it('is described to programs as an email', () => {
    expect(z.toJSONSchema(Email)).toMatchObject({ type: 'string', format: 'email', maxLength: 254 })
  })
})

describe('a language is asked for by any tag', () => {
  it.each([
    ['es-MX', 'es-MX'],
    ['ES-mx', 'es-MX'],
    ['es_MX', 'es-MX'],
    ['es_MX.UTF-8', 'es-MX'],
    ['es-419', 'es-MX'],
    ['es-XX', 'es-MX'],
    ['es', 'es-MX'],
    ['', 'es-MX'],
    ['EN', 'en'],
    ['en_us', 'en'],
    ['en-ZZ', 'en'],
    ['fr', 'en'],
    ['est', 'en'],
    ['pt-BR', 'en'],
  ])('%j is answered in %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language)
    expect(AskedLocale.parse(tag)).toBe(language)
  })
})
