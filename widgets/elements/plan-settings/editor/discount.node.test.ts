import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discountOf, discountText, readDiscount, yearFor } from './discount.ts'

describe('The discount of a year', () => {
  it.each([
    [99_900, 1_018_900, '15.01'],
    [249_900, 2_549_000, '15'],
    [5_900, 60_100, '15.11'],
    [10_000, 120_000, '0'],
    [10_000, 130_000, '-8.33'],
  ])('of %i a month and %i a year is %s per cent', (month, year, text) => {
    expect(discountText(discountOf(month, year)!)).toBe(text)
  })

  it('is nothing without both prices', () => {
    expect([discountOf(null, 1), discountOf(1, null)]).toEqual([null, null])
  })

  it.each([
    ['15', 1_500],
    [' 15.5 % ', 1_550],
    ['0', 0],
    ['99.99', 9_999],
    ['', null],
    ['100', undefined],
    ['-1', undefined],
    ['1.005', undefined],
    ['quince', undefined],
  ])('written as «%s» is %s', (text, discount) => {
    expect(readDiscount(text)).toBe(discount)
  })

  it('leads to a year that leads back to it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 8_000_000 }),
        fc.integer({ min: 0, max: 9_999 }),
        (month, discount) => {
          const year = yearFor(month, discount)
          expect(Number.isInteger(year)).toBe(true)
          expect(Math.abs(discountOf(month, Math.max(1, year))! - discount)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
