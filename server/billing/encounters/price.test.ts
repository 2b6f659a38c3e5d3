import { expect, it } from 'vitest'
import type { Currency, Interval } from '#contract/money'
import type { PlanVersionSnapshot } from '../catalogue/snapshot.ts'
import { encounterPrice } from './price.ts'

const sold = (currency: Currency, interval: Interval, quantity: number, unit: number) => ({
  currency,
  interval,
  quantity,
  unit,
})
const packages = [
  sold('USD', 'month', 100, 50),
  sold('USD', 'month', 50, 55),
  sold('USD', 'year', 10, 30),
  sold('MXN', 'month', 50, 999),
]
const plan = {
  parameters: [
    { id: 'licences', packages: [sold('USD', 'month', 1, 900)] },
    { id: 'encounters', packages },
  ],
} as PlanVersionSnapshot

const price = (quantity: number, currency: Currency, interval: Interval) =>
  encounterPrice(plan, { quantity, currency, interval })

it('takes the packages of the currency and the interval, in whatever order they are written', () => {
  expect(price(100, 'USD', 'month')).toMatchObject({ unit: 50, total: 5_000, package: { quantity: 100 } })
  expect(price(99, 'USD', 'month')).toMatchObject({ unit: 55, total: 5_445, package: { quantity: 50 } })
  expect(price(100, 'USD', 'year')).toMatchObject({ unit: 30, total: 3_000, package: { quantity: 10 } })
  expect(price(100, 'MXN', 'month')).toMatchObject({ unit: 999, currency: 'MXN' })
})

it('says what the smallest package is, or that there is none', () => {
  expect(() => price(49, 'USD', 'month')).toThrow(
    expect.objectContaining({ code: 'quantity-too-small', facts: { minimum: '50' } }),
  )
  expect(() => price(49, 'MXN', 'year')).toThrow(expect.objectContaining({ code: 'encounters-not-for-sale' }))
})
