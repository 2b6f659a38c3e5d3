import { expect, it } from 'vitest'
import { decimal } from './decimal.ts'

const mxn = (amount: number) => ({ amount, currency: 'MXN' as const })

it('writes cents as an exact decimal', () => {
  expect(decimal(mxn(99900))).toBe('999.00')
  expect(decimal(mxn(2549007))).toBe('25490.07')
})

it('keeps two decimals below one unit', () => {
  expect(decimal(mxn(5))).toBe('0.05')
  expect(decimal(mxn(0))).toBe('0.00')
})

it('keeps the sign of a credit', () => expect(decimal(mxn(-66600))).toBe('-666.00'))
