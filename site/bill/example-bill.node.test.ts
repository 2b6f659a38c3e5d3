import { expect, it } from 'vitest'
import { exampleBill } from './example-bill.ts'

it('charges the difference of the days that are left', () => {
  const bill = exampleBill({ amount: 99900, currency: 'MXN' }, { amount: 249900, currency: 'MXN' })
  expect([bill.credit.amount, bill.charge.amount, bill.dueNow.amount]).toEqual([-66600, 166600, 100000])
})

it('adds up to the cent whatever the prices are', () => {
  const bill = exampleBill({ amount: 5901, currency: 'USD' }, { amount: 14999, currency: 'USD' }, 31, 7)
  expect(bill.credit.amount + bill.charge.amount).toBe(bill.dueNow.amount)
})
