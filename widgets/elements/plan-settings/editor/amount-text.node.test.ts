import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountText, countText, readAmount, readCount } from './amount-text.ts'

describe('An amount as an administrator types it', () => {
  it.each([
    ['1,234.50', 123_450],
    ['1234.5', 123_450],
    ['$ 1,234.50', 123_450],
    ['$1234.50 MXN', 123_450],
    ['MXN 1,234.50', 123_450],
    ['mxn1234.50', 123_450],
    [' 1\u00a0234.50 ', 123_450],
    ['1,234', 123_400],
    ['0.07', 7],
    ['.5', 50],
    ['12.', 1_200],
    ['007', 700],
    ['1.500', 150],
    ['999,999.99', 99_999_999],
    ['0.29', 29],
    ['1.15', 115],
    ['4.35', 435],
  ])('reads %s', (text, amount) => {
    expect(readAmount(text, 'MXN')).toEqual({ amount })
  })

  it.each([
    ['-5', 'amount-negative'],
    ['-$5.00', 'amount-negative'],
    ['$-5.00', 'amount-negative'],
    ['−5', 'amount-negative'],
    ['1.005', 'amount-fraction'],
    ['0.999', 'amount-fraction'],
    ['1,000,000.00', 'amount-too-large'],
    ['99999999999999999999', 'amount-too-large'],
    ['0', 'amount-zero'],
    ['0.00', 'amount-zero'],
    ['1.234,50', 'amount-commas'],
    ['12,5', 'amount-commas'],
    ['1,23,456.00', 'amount-commas'],
    ['1.2.3', 'amount-commas'],
    ['USD 5', 'amount-currency'],
    ['5 EUR', 'amount-currency'],
    ['gratis', 'amount-unreadable'],
    ['1e3', 'amount-unreadable'],
    ['5 %', 'amount-unreadable'],
    ['$', 'amount-unreadable'],
    ['.', 'amount-unreadable'],
    ['12a4', 'amount-unreadable'],
  ])('says what is wrong with %s', (text, fault) => {
    expect(readAmount(text, 'MXN')).toEqual({ fault })
  })

  it('knows that nothing was written, and that nothing may be what something costs', () => {
    expect(readAmount('  ', 'MXN')).toEqual({ amount: null })
    expect(readAmount('0.00', 'MXN', { least: 0 })).toEqual({ amount: 0 })
  })

  it('reads back every amount that it writes, to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (amount) => {
        expect(readAmount(amountText(amount), 'USD')).toEqual({ amount })
      }),
    )
  })
})

describe('A count', () => {
  it('is whole', () => {
    expect(['12', '1,000', '', '1.5', '-3', '1,00', 'x'].map(readCount)).toEqual([
      12,
      1_000,
      null,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(countText(1_234_567)).toBe('1,234,567')
  })
})
